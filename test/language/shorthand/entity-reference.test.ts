import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('entity-reference', [
  ['my-fleet', { project: null, name: 'my-fleet' }],
  ['main/my-fleet', { project: 'main', name: 'my-fleet' }],
  [' ', { project: null, name: ' ' }],
]);

checkValues('fleet-reference', [[{ plain: '1.0' }, { project: null, name: '1.0' }]]);

checkValues('gateway', [
  [{ plain: 'true' }, true],
  [{ plain: '0' }, false],
  [{ plain: '1.0' }, true],
  ['off', false],
  ['YES', true],
  [' yes', { project: null, name: ' yes' }],
  [{ plain: '2' }, { project: null, name: '2' }],
  ['main/shared', { project: 'main', name: 'shared' }],
  [{ plain: '~' }, null],
]);

checkParts('gateway', [
  ['true', []],
  [
    'main/shared',
    [
      ['project', 'main'],
      ['name', 'shared'],
    ],
  ],
]);

checkRefusals('entity-reference', [
  { input: '«/»my-fleet', code: 'entity-reference', suggestion: '' },
  { input: 'main«/»', code: 'entity-reference', suggestion: '' },
  { input: 'main«//»', code: 'entity-reference', suggestion: '' },
  { input: 'main/«/»my-fleet', code: 'entity-reference', suggestion: '' },
  { input: '/main/my-fleet/', code: 'entity-reference', suggestion: 'main/my-fleet' },
  { input: 'a/b/c', code: 'entity-reference' },
  { input: '/', code: 'entity-reference' },
  { input: '', code: 'entity-reference' },
  { input: { plain: '5' }, code: 'entity-reference' },
]);

checkRefusals('fleet-reference', [{ input: { plain: 'no' }, code: 'entity-reference' }]);
checkRefusals('gateway', [{ input: { plain: '2026-01-01' }, code: 'entity-reference' }]);
