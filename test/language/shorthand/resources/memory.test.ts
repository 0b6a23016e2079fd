import { checkParts, checkRefusals, checkValues } from '../../../support/check/shorthand';

checkValues('memory', [
  ['24GB', 24],
  ['512mb', 0.5],
  [' 1 T B ', 1024],
  ['8.5', 8.5],
  ['1_000 GB', 1000],
  ['٣GB', 3],
  [{ plain: '16' }, 16],
  [{ plain: '1.5' }, 1.5],
  [{ plain: 'yes' }, 1],
  [{ plain: '.inf' }, Infinity],
  [{ plain: '~' }, null],
]);

checkValues('memory-range', [
  ['24GB', { min: 24, max: 24 }],
  ['24GB..', { min: 24, max: null }],
  ['..1TB', { min: null, max: 1024 }],
  [' 512MB .. 1GB ', { min: 0.5, max: 1 }],
  [{ plain: '16' }, { min: 16, max: 16 }],
]);

checkValues('disk', [
  ['100GB..', { size: { min: 100, max: null } }],
  [{ plain: '200' }, { size: { min: 200, max: 200 } }],
  [{ plain: '~' }, null],
]);

checkParts('memory-range', [
  [
    '16GB..80 GB',
    [
      ['memory', '16'],
      ['unit', 'GB'],
      ['operator', '..'],
      ['memory', '80'],
      ['unit', 'GB'],
    ],
  ],
]);

const code = 'memory-size';

checkRefusals('memory', [
  { input: '24«GBB»', code, suggestion: 'GB' },
  { input: '80«G»', code, suggestion: 'GB' },
  { input: '8«GiB»', code, suggestion: 'GB' },
  { input: '1«terabyte»', code, suggestion: 'TB' },
  { input: '8,5GB', code, suggestion: '8.5GB' },
  { input: '8«KB»', code },
  { input: 'lots', code },
  { input: '', code },
  { input: { plain: '2026-01-01' }, code },
]);

checkRefusals('memory-range', [
  { input: '80GB..16GB', code: 'range', suggestion: '16GB..80GB' },
  { input: '1TB..1000GB', code: 'range', suggestion: '1000GB..1TB' },
  { input: '16GB-80GB', code: 'range', suggestion: '16GB..80GB' },
  { input: '16GB...80GB', code: 'range', suggestion: '16GB..80GB' },
  { input: '>=16GB', code: 'range', suggestion: '16GB..' },
  { input: '16«G»..80GB', code, suggestion: 'GB' },
  { input: '16GB..«lots»', code },
  { input: '..', code: 'range' },
  { input: '1..2..3', code: 'range' },
]);

checkRefusals('disk', [
  { input: '100«G»', code, suggestion: 'GB' },
  { input: { plain: '2026-01-01' }, code },
]);
