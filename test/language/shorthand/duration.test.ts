import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('duration', [
  ['30s', 30],
  ['15m', 900],
  ['2  h', 7200],
  ['1d', 86400],
  ['1w\n', 604800],
  [' 300 ', 300],
  ['-5', -5],
  ['1_000', 1000],
  ['٣h', 10800],
  [{ plain: '600' }, 600],
  [{ plain: '-1.9' }, -1],
  [{ plain: 'yes' }, 1],
  [{ plain: '~' }, null],
]);

checkValues('off-duration', [
  ['2h', 7200],
  ['off', 'off'],
  [{ plain: 'off' }, 'off'],
  [{ plain: 'on' }, null],
  [{ plain: '0' }, 0],
]);

checkValues('idle-duration', [
  ['1h', 3600],
  ['off', -1],
  [{ plain: 'off' }, -1],
  [{ plain: 'on' }, null],
  [{ plain: '-5' }, -5],
]);

checkValues('inactivity-duration', [
  ['1h', 3600],
  ['off', null],
  [{ plain: 'off' }, null],
  [{ plain: 'on' }, null],
]);

checkParts('off-duration', [
  [
    '2 h',
    [
      ['number', '2'],
      ['unit', 'h'],
    ],
  ],
  ['off', [['keyword', 'off']]],
]);

const code = 'duration';

checkRefusals('duration', [
  { input: '2«hours»', code, suggestion: 'h' },
  { input: '90«min»', code, suggestion: 'm' },
  { input: '1«H»', code, suggestion: 'h' },
  { input: '10« mins»', code, suggestion: 'm' },
  { input: '1h30m', code, suggestion: '90m' },
  { input: '1 hour, 30 minutes', code, suggestion: '90m' },
  { input: '1.5h', code, suggestion: '90m' },
  { input: ' 5m', code, suggestion: '5m' },
  { input: '0.3s', code },
  { input: '1y', code },
  { input: '-1h', code },
  { input: 'off', code },
  { input: '', code },
  { input: { plain: '.inf' }, code },
  { input: { plain: '2026-01-01' }, code },
]);

checkRefusals('off-duration', [
  { input: 'Off', code, suggestion: 'off' },
  { input: 'unlimited', code, suggestion: 'off' },
  { input: '-1', code, suggestion: 'off' },
  { input: { plain: '-1' }, code, suggestion: 'off' },
  { input: '2«hours»', code, suggestion: 'h' },
  { input: 'soon', code },
]);

checkRefusals('idle-duration', [
  { input: 'never', code, suggestion: 'off' },
  { input: '-1h', code },
]);

checkRefusals('inactivity-duration', [{ input: { plain: '-5' }, code, suggestion: 'off' }]);
