import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from '../../../server/src/language/live/read-facts';
import { FACTS } from '../../support/check/facts';
import { table } from '../../support/table';

test('facts are read as they are sent', () => {
  assert.deepEqual(readFacts(FACTS), FACTS);
});

test('what is not a part of the facts is dropped, at every level', () => {
  const sent = {
    ...FACTS,
    token: 'secret',
    fleets: FACTS.fleets.map((fleet) => ({ ...fleet, spec: { env: { A: 'secret' } } })),
    gpus: FACTS.gpus.map((gpu) => ({ ...gpu, counts: { ...gpu.counts, more: 'secret' } })),
  };
  assert.deepEqual(readFacts(sent), FACTS);
});

const { project, serverVersion, asOf } = FACTS;
const KNOWN = { project, serverVersion, asOf };

table(
  'what is not facts is nothing',
  [
    null,
    5,
    'facts',
    [],
    {},
    { ...KNOWN, project: undefined },
    { ...KNOWN, project: 'a`b' },
    { ...KNOWN, project: 'x'.repeat(201) },
    { ...KNOWN, serverVersion: 5 },
    { ...KNOWN, asOf: '10:42\nmore' },
  ],
  (sent) => assert.equal(readFacts(sent), undefined),
);

const fleet = { name: 'a', status: 'active', kind: 'ssh', idle: 1, busy: 0 };
const volume = { name: 'a', backend: 'aws', status: 'active' };
const range = { min: 1, max: 2 };
const gpu = {
  name: 'H100',
  vendor: 'nvidia',
  memory: 80,
  counts: range,
  perGpu: range,
  backends: [],
};

/** Lists of which one item is wrong, or that are too long. */
const WRONG: readonly (readonly [list: string, value: unknown])[] = [
  ['fleets', 'a'],
  ['fleets', { length: 1, 0: fleet }],
  ['fleets', [fleet, null]],
  ['fleets', [fleet, { ...fleet, name: '' }]],
  ['fleets', [fleet, { ...fleet, name: 'a\u202eb' }]],
  ['fleets', [fleet, { ...fleet, name: '[a](command:x)' }]],
  ['fleets', [{ ...fleet, kind: 'other' }]],
  ['fleets', [{ ...fleet, idle: -1 }]],
  ['fleets', [{ ...fleet, status: '\u001b[31m' }]],
  ['fleets', Array.from({ length: 100_000 }, () => fleet)],
  ['volumes', [{ ...volume, backend: {} }]],
  ['gateways', [{ name: 'a', status: 'running' }]],
  ['secrets', ['a', 5]],
  ['secrets', ['a b']],
  ['backends', [{ name: 'a/b' }]],
  ['gpus', [{ ...gpu, perGpu: { min: 2, max: 1 } }]],
  ['gpus', [{ ...gpu, memory: Number.POSITIVE_INFINITY }]],
  ['gpus', [{ ...gpu, backends: ['aws', 5] }]],
];

table('a list with something wrong is not known, the others are', WRONG, ([list, value]) => {
  assert.deepEqual(readFacts({ ...FACTS, [list]: value }), without(list));
});

/** What may be missing of an item without making it wrong. */
table(
  'an optional part that is wrong is not known alone',
  [
    ['fleets', { ...fleet, project: 5, max: 'many' }, fleet],
    ['volumes', { ...volume, region: '\n', size: -5 }, volume],
    ['backends', { name: 'aws', regions: [5] }, { name: 'aws' }],
    ['gpus', { ...gpu, spot: 5 }, gpu],
  ] as const,
  ([list, sent, read]) => {
    assert.deepEqual(readFacts({ ...KNOWN, [list]: [sent] }), { ...KNOWN, [list]: [read] });
  },
);

function without(list: string): object {
  return Object.fromEntries(Object.entries(FACTS).filter(([name]) => name !== list));
}
