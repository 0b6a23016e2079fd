import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('instance-selector', [['my-fleet-0', { name: 'my-fleet-0' }]]);
checkParts('instance-selector', [['my-fleet-0', [['name', 'my-fleet-0']]]]);

checkRefusals('instance-selector', [
  { input: '', code: 'blank-text' },
  { input: 'a\ud800', code: 'invalid-format' },
  { input: { plain: '0' }, code: 'wrong-type' },
]);
