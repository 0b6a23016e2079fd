import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('resource-name', [
  ['my-run', 'my-run'],
  ['a1', 'a1'],
  ['x'.repeat(41), 'x'.repeat(41)],
  ['my-run\n', 'my-run\n'],
  [{ plain: '~' }, null],
]);

checkValues('group-name', [
  ['0', '0'],
  [{ plain: '0' }, '0'],
  ['a-', 'a-'],
]);

checkParts('resource-name', [['my-run', [['name', 'my-run']]]]);

const code = 'resource-name';

checkRefusals('resource-name', [
  { input: 'My_Run', code, suggestion: 'my-run' },
  { input: 'myRun', code, suggestion: 'my-run' },
  { input: 'serve-vLLM', code, suggestion: 'serve-vllm' },
  { input: 'Zoë Run', code, suggestion: 'zoe-run' },
  { input: '-run', code, suggestion: 'run' },
  { input: 'x'.repeat(42), code, suggestion: 'x'.repeat(41) },
  { input: 'a', code },
  { input: '1run', code },
  { input: '', code },
  { input: { plain: '123' }, code },
  { input: { plain: 'yes' }, code },
]);

checkRefusals('group-name', [
  { input: 'Workers', code, suggestion: 'workers' },
  { input: 'x'.repeat(41), code, suggestion: 'x'.repeat(40) },
  { input: '', code },
  { input: { plain: '-1' }, code, suggestion: '1' },
]);
