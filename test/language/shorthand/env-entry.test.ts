import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('env-entry', [
  ['HF_TOKEN', 'HF_TOKEN'],
  ['DEBUG=1', 'DEBUG=1'],
  ['_x9=', '_x9='],
  ['A= spaced = value ', 'A= spaced = value '],
  ['A=\r', 'A=\r'],
  [{ plain: '.nan' }, 'nan'],
  [{ plain: '~' }, null],
]);

checkParts('env-entry', [
  ['A', [['key', 'A']]],
  ['A=', [['key', 'A']]],
  [
    'A=b=c',
    [
      ['key', 'A'],
      ['value', 'b=c'],
    ],
  ],
]);

checkRefusals('env-entry', [
  { input: 'A« = »1', code: 'env-entry', suggestion: '=' },
  { input: 'A« =»1', code: 'env-entry', suggestion: '=' },
  { input: 'A«:»1', code: 'env-entry', suggestion: '=' },
  { input: 'A«: »1', code: 'env-entry', suggestion: '=' },
  { input: '« »A=1', code: 'env-entry', suggestion: '' },
  { input: '«export »A=1', code: 'env-entry', suggestion: '' },
  { input: '«-e »A=1', code: 'env-entry', suggestion: '' },
  { input: '«$»HF_TOKEN', code: 'env-entry', suggestion: '' },
  { input: '«MY-VAR.X»=1-2', code: 'env-entry', suggestion: 'MY_VAR_X' },
  { input: 'A=1\n', code: 'env-entry' },
  { input: 'A=1\n2', code: 'env-entry' },
  { input: '1A=1', code: 'env-entry' },
  { input: 'É=1', code: 'env-entry' },
  { input: 'A=\ud800', code: 'env-entry' },
  { input: '', code: 'env-entry' },
  { input: { plain: '5' }, code: 'env-entry' },
  { input: { plain: 'true' }, code: 'env-entry' },
]);
