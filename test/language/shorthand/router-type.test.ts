import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('router-type', [
  ['smg', 'smg'],
  ['dynamo', 'dynamo'],
  ['sglang', 'smg'],
]);

checkParts('router-type', [['sglang', [['keyword', 'sglang']]]]);

const code = 'unknown-value';

checkRefusals('router-type', [
  { input: 'SMG', code, suggestion: 'smg' },
  { input: 'dynmo', code, suggestion: 'dynamo' },
  { input: 'vllm', code },
  { input: { plain: '5' }, code },
]);
