import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('file-mapping', [
  ['data.csv', { local_path: 'data.csv', path: 'data.csv' }],
  ['.:/app', { local_path: '.', path: '/app' }],
  ['C:\\data:/app', { local_path: 'C:\\data', path: '/app' }],
  ['c:/data:app', { local_path: 'c:/data', path: 'app' }],
  ['C:data', { local_path: 'C', path: 'data' }],
  ['\\data', { local_path: '\\data', path: '\\data' }],
  ['a:', { local_path: 'a', path: '' }],
  ['', { local_path: '', path: '' }],
]);

checkValues('container-path', [
  ['/app', '/app'],
  ['C:app', 'C:app'],
  ['//server', '//server'],
  [{ plain: '1.5' }, '1.5'],
]);

checkParts('file-mapping', [
  ['data.csv', [['local-path', 'data.csv']]],
  [
    'C:\\x:/app',
    [
      ['local-path', 'C:\\x'],
      ['path', '/app'],
    ],
  ],
]);

checkRefusals('file-mapping', [
  { input: 'C:\\data\\x.py', code: 'file-mapping', suggestion: 'C:\\data\\x.py:x.py' },
  { input: 'C:/data/', code: 'file-mapping', suggestion: 'C:/data/:/app' },
  { input: 'data:«C:\\app\\x»', code: 'file-mapping', suggestion: '/app/x' },
  { input: 'data:«\\\\server\\share»', code: 'file-mapping', suggestion: '/server/share' },
  { input: 'data:/app«:ro»', code: 'file-mapping', suggestion: '' },
  { input: 'a:b:c', code: 'file-mapping' },
  { input: 'https://host/x', code: 'file-mapping' },
  { input: 'https://host/x:/app', code: 'file-mapping' },
  { input: { plain: '5' }, code: 'file-mapping' },
]);

checkRefusals('container-path', [
  { input: 'C:\\app', code: 'file-mapping', suggestion: '/app' },
  { input: '\\\\?\\UNC\\a\\b', code: 'file-mapping', suggestion: '/?/UNC/a/b' },
  { input: { plain: 'yes' }, code: 'file-mapping' },
]);
