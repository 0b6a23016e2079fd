import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('mount-point', [
  ['my-volume:/data', { name: 'my-volume', path: '/data' }],
  ['data-${{ dstack.node_rank }}:/data', { name: 'data-${{ dstack.node_rank }}', path: '/data' }],
  ['/cache:/root/.cache', { instance_path: '/cache', path: '/root/.cache' }],
  ['v:/workflow//./data/', { name: 'v', path: '/workflow/data' }],
  ['v://a', { name: 'v', path: '//a' }],
  ['v:///a', { name: 'v', path: '/a' }],
  [':/data', { name: '', path: '/data' }],
  ['/:/...', { instance_path: '/', path: '/...' }],
  [{ plain: '~' }, null],
]);

checkValues('mount-path', [['/data/', '/data']]);
checkValues('instance-path', [['//mnt/./x', '//mnt/x']]);

checkParts('mount-point', [
  [
    'vol:/data/',
    [
      ['name', 'vol'],
      ['path', '/data/'],
    ],
  ],
  [
    '/cache:/x',
    [
      ['instance-path', '/cache'],
      ['path', '/x'],
    ],
  ],
]);

checkRefusals('mount-point', [
  { input: 'vol« »/data', code: 'mount-point', suggestion: ':' },
  { input: 'vol« -> »/data', code: 'mount-point', suggestion: ':' },
  { input: '/cache«=»/data', code: 'mount-point', suggestion: ':' },
  { input: 'vol:« /data»', code: 'mount-point', suggestion: '/data' },
  { input: 'vol:«data/»', code: 'mount-point', suggestion: '/data' },
  { input: 'vol:«./a/../b»', code: 'mount-point', suggestion: '/b' },
  { input: 'vol:«~/.cache»', code: 'mount-point', suggestion: '/root/.cache' },
  { input: 'vol:«$HOME»', code: 'mount-point', suggestion: '/root' },
  { input: 'vol:«$DIR/x»', code: 'mount-point' },
  { input: 'vol:«/data/../x»', code: 'mount-point', suggestion: '/x' },
  { input: '«/a/..»:/data', code: 'mount-point', suggestion: '/' },
  { input: '«./cache»:/root/.cache', code: 'mount-point' },
  { input: '«~/.cache»:/root/.cache', code: 'mount-point' },
  { input: 'vol:/data«:ro»', code: 'mount-point', suggestion: '' },
  { input: 'vol«:»', code: 'mount-point' },
  { input: 'C:\\data:/data', code: 'mount-point' },
  { input: 'vol', code: 'mount-point' },
  { input: '', code: 'mount-point' },
  { input: { plain: '8080:22' }, code: 'mount-point' },
]);

checkRefusals('mount-path', [
  { input: '«data»', code: 'mount-point', suggestion: '/data' },
  { input: { plain: '5' }, code: 'mount-point', suggestion: '/5' },
  { input: { plain: 'no' }, code: 'mount-point' },
]);

checkRefusals('instance-path', [{ input: '~/.cache', code: 'mount-point' }]);
