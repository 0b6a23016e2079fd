import { checkParts, checkRefusals, checkValues } from '../../../support/check/shorthand';

checkValues('gpu', [
  ['H100', { name: ['H100'] }],
  ['H100:8', { name: ['H100'], count: { min: 8, max: 8 } }],
  ['2', { count: { min: 2, max: 2 } }],
  ['24GB..', { memory: { min: 24, max: null } }],
  [
    'nvidia:A10G,A100:24GB..80GB:1..8',
    {
      vendor: 'nvidia',
      name: ['A10G', 'A100'],
      memory: { min: 24, max: 80 },
      count: { min: 1, max: 8 },
    },
  ],
  ['TPU:tpu-v2-8', { vendor: 'google', name: ['v2-8'] }],
  ['tt', { vendor: 'tenstorrent' }],
  [{ plain: '4' }, { count: { min: 4, max: 4 } }],
  [{ plain: 'yes' }, { name: ['True'] }],
  [{ plain: '~' }, null],
]);

checkValues('gpu-names', [
  ['H100', ['H100']],
  ['tpu-v2-8', ['v2-8']],
  [{ plain: '4090' }, ['4090']],
]);

checkValues('gpu-vendor', [
  ['AMD', 'amd'],
  ['tpu', 'google'],
]);

checkParts('gpu', [
  [
    'amd:MI300X : 192GB:8',
    [
      ['vendor', 'amd'],
      ['name', 'MI300X'],
      ['memory', '192'],
      ['unit', 'GB'],
      ['count', '8'],
    ],
  ],
]);

const code = 'gpu-shorthand';

checkRefusals('gpu', [
  { input: 'A100:80«G»', code, suggestion: 'GB' },
  { input: 'A100:«80GB..40GB»', code, suggestion: '40GB..80GB' },
  { input: 'A100:«40GB-80GB»', code, suggestion: '40GB..80GB' },
  { input: '8xH100', code, suggestion: 'H100:8' },
  { input: '4*A100', code, suggestion: 'A100:4' },
  { input: '2 H100', code, suggestion: 'H100:2' },
  { input: '2x A100 80GB', code, suggestion: 'A100:80GB:2' },
  { input: '4x RTX 4090 24GB', code, suggestion: 'RTX4090:24GB:4' },
  { input: '8xA100-80GB', code, suggestion: 'A100:80GB:8' },
  { input: '2xA100_80GB', code, suggestion: 'A100:80GB:2' },
  { input: '2 x L40S', code, suggestion: 'L40S:2' },
  { input: '80GB A100', code, suggestion: 'A100:80GB' },
  { input: 'nvidia:«80 GB A100»:2', code, suggestion: 'A100:80GB' },
  { input: 'A100:80GB,H100:80GB', code, suggestion: 'A100,H100:80GB' },
  { input: 'A100:40GB,H100:80GB', code },
  { input: 'A100«,»,H100', code, suggestion: '' },
  { input: 'nvidia«:»:H100', code, suggestion: '' },
  { input: 'A100«:»', code, suggestion: '' },
  { input: 'H100:8:«4»', code },
  { input: 'A100:80:2', code, suggestion: 'A100:80GB:2' },
  { input: 'nvidia:A100,H100:2:80', code, suggestion: 'nvidia:A100,H100:80GB:2' },
  { input: 'A100:80:«40»', code },
  { input: 'A100:8:«640»', code },
  { input: 'A100:80GB:80:«2»', code },
  { input: 'A100:16:«16»', code },
  { input: 'A100:0:«80»', code },
  { input: 'H100:80GB:«40GB»', code },
  { input: 'H100:«A100»', code },
  { input: 'nvidia:«amd»', code },
  { input: '', code },
  { input: { plain: '2.5' }, code },
]);

checkRefusals('gpu-names', [{ input: { plain: 'no' }, code }]);

checkRefusals('gpu-vendor', [
  { input: 'nvida', code, suggestion: 'nvidia' },
  { input: 'cerebras', code },
  { input: { plain: '5' }, code },
]);
