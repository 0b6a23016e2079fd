import { checkParts, checkRefusals, checkValues } from '../../../support/check/shorthand';

checkValues('integer-range', [
  ['4', { min: 4, max: 4 }],
  ['2..8', { min: 2, max: 8 }],
  [' 2 .. ', { min: 2, max: null }],
  ['..8', { min: null, max: 8 }],
  ['-3..-1', { min: -3, max: -1 }],
  ['1_0..2_0', { min: 10, max: 20 }],
  ['4.0', { min: 4, max: 4 }],
  [{ plain: '4' }, { min: 4, max: 4 }],
  [{ plain: '4.0' }, { min: 4, max: 4 }],
  [{ plain: 'yes' }, { min: 1, max: 1 }],
  [{ plain: '~' }, null],
]);

checkParts('integer-range', [
  [
    '2 .. 8',
    [
      ['number', '2'],
      ['operator', '..'],
      ['number', '8'],
    ],
  ],
]);

const code = 'range';

checkRefusals('integer-range', [
  { input: '8..2', code, suggestion: '2..8' },
  { input: '2-8', code, suggestion: '2..8' },
  { input: '2...8', code, suggestion: '2..8' },
  { input: '2…8', code, suggestion: '2..8' },
  { input: '2+', code, suggestion: '2..' },
  { input: '<=8', code, suggestion: '..8' },
  { input: '«a»..8', code },
  { input: '2..«2.5»', code },
  { input: '..', code },
  { input: '1..2..3', code },
  { input: 'two', code },
  { input: { plain: '2.5' }, code },
  { input: { plain: '2026-01-01' }, code },
]);
