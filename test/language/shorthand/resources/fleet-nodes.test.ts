import { checkParts, checkRefusals, checkValues } from '../../../support/check/shorthand';

checkValues('fleet-nodes', [
  ['2', { min: 2, target: 2, max: 2 }],
  ['0..4', { min: 0, target: 0, max: 4 }],
  [' 1 .. ', { min: 1, target: 1, max: null }],
  ['..4', { min: 0, target: 0, max: 4 }],
  ['..', { min: 0, target: 0, max: null }],
  [{ plain: '3' }, { min: 3, target: 3, max: 3 }],
  [{ plain: 'yes' }, { min: 1, target: 1, max: 1 }],
  [{ plain: '~' }, null],
]);

checkParts('fleet-nodes', [
  [
    '0..4',
    [
      ['number', '0'],
      ['operator', '..'],
      ['number', '4'],
    ],
  ],
]);

const code = 'range';

checkRefusals('fleet-nodes', [
  { input: '4..2', code, suggestion: '2..4' },
  { input: '2-8', code, suggestion: '2..8' },
  { input: '..«-1»', code },
  { input: '«-2»..3', code },
  { input: 'two', code },
  { input: { plain: '-1' }, code },
  { input: { plain: '2.0' }, code },
]);
