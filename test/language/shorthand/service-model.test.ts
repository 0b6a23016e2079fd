import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('service-model', [
  ['Qwen/Qwen3-32B', { type: 'chat', name: 'Qwen/Qwen3-32B', format: 'openai' }],
]);
checkParts('service-model', [['Qwen/Qwen3-32B', [['name', 'Qwen/Qwen3-32B']]]]);
checkRefusals('service-model', [{ input: { plain: '7' }, code: 'wrong-type' }]);
