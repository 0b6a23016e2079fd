import { checkParts, checkRefusals, checkValues } from '../../../support/check/shorthand';

checkValues('cpu', [
  ['8', { count: { min: 8, max: 8 } }],
  ['arm:8..', { arch: 'arm', count: { min: 8, max: null } }],
  [' 4 .. 16 : X86 ', { arch: 'x86', count: { min: 4, max: 16 } }],
  ['arm', { arch: 'arm' }],
  [{ plain: '8' }, { count: { min: 8, max: 8 } }],
  [{ plain: '~' }, null],
]);

checkValues('cpu-arch', [
  ['X86', 'x86'],
  ['arm', 'arm'],
]);

checkParts('cpu', [
  [
    'arm: 8..16',
    [
      ['arch', 'arm'],
      ['count', '8'],
      ['operator', '..'],
      ['count', '16'],
    ],
  ],
]);

const code = 'cpu-shorthand';

checkRefusals('cpu', [
  { input: '«amd64»:8', code, suggestion: 'x86' },
  { input: '«aarch64»', code, suggestion: 'arm' },
  { input: 'arm:«8..4»', code, suggestion: '4..8' },
  { input: '4-8', code, suggestion: '4..8' },
  { input: '8 cores', code, suggestion: '8' },
  { input: '«:»8', code, suggestion: '' },
  { input: 'x86«:»', code, suggestion: '' },
  { input: '8:«16»', code },
  { input: 'x86:«arm»', code },
  { input: 'sparc', code },
  { input: '', code },
  { input: { plain: '2.5' }, code },
  { input: { plain: 'yes' }, code },
]);

checkRefusals('cpu-arch', [
  { input: 'amd64', code, suggestion: 'x86' },
  { input: '8..4', code },
  { input: { plain: '86' }, code },
]);
