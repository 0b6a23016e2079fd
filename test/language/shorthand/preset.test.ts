import { checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('preset-model', [['Qwen/Qwen3-32B', { repo: 'Qwen/Qwen3-32B' }]]);

checkValues('nonblank', [
  [' a ', ' a '],
  [{ plain: '5' }, '5'],
  ['\u200b', '\u200b'],
]);

checkValues('preset-source', [
  ['Qwen/Qwen3-32B', 'Qwen/Qwen3-32B'],
  ['', null],
  [{ plain: '1' }, '1'],
]);

checkValues('prompt', [
  ['Try SGLang first.\n', 'Try SGLang first.\n'],
  ['😀'.repeat(10_000), '😀'.repeat(10_000)],
]);

checkValues('dataset', [
  [' sharegpt\n', 'sharegpt'],
  ['Random', 'Random'],
]);

checkRefusals('preset-model', [
  { input: ' \x1c\u3000', code: 'blank-text' },
  { input: { plain: '5' }, code: 'wrong-type' },
]);
checkRefusals('nonblank', [
  { input: '', code: 'blank-text' },
  { input: { plain: 'true' }, code: 'wrong-type' },
]);
checkRefusals('preset-source', [
  { input: ' ', code: 'blank-text' },
  { input: { plain: '0.0' }, code: 'wrong-type' },
]);
checkRefusals('prompt', [
  { input: '\n', code: 'blank-text' },
  { input: 'a'.repeat(10_001), code: 'wrong-length' },
]);
checkRefusals('dataset', [
  { input: '', code: 'blank-text' },
  { input: ' random ', code: 'random-dataset' },
]);
