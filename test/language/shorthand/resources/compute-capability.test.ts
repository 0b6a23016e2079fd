import { checkParts, checkRefusals, checkValues } from '../../../support/check/shorthand';

checkValues('compute-capability', [
  ['8.6', [8, 6]],
  [' 10.0 ', [10, 0]],
  ['8 . 6', [8, 6]],
  [{ plain: '9.0' }, [9, 0]],
  [{ plain: '8.60' }, [8, 6]],
  [{ plain: '~' }, null],
]);

checkValues('compute-capability-number', [
  ['8', 8],
  ['٣', 3],
  [{ plain: '8.5' }, 8],
  [{ plain: 'yes' }, 1],
]);

checkParts('compute-capability', [['8.6', [['number', '8.6']]]]);

const code = 'compute-capability';

checkRefusals('compute-capability', [
  { input: { plain: '8' }, code, suggestion: '8.0' },
  { input: '8', code, suggestion: '8.0' },
  { input: 'sm_86', code, suggestion: '8.6' },
  { input: 'compute_100', code, suggestion: '10.0' },
  { input: '>=8.0', code, suggestion: '8.0' },
  { input: '8.6+', code, suggestion: '8.6' },
  { input: '8.6.1', code },
  { input: 'ampere', code },
  { input: { plain: '.inf' }, code },
  { input: { plain: '1234' }, code },
  { input: { plain: 'yes' }, code },
]);

checkRefusals('compute-capability-number', [
  { input: '8.0', code: 'wrong-type' },
  { input: '1e3', code: 'wrong-type' },
  { input: { plain: '.inf' }, code: 'wrong-type' },
  { input: { plain: '2026-01-01' }, code: 'wrong-type' },
]);
