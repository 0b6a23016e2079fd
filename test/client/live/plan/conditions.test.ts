import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionsOf, without, written } from '../../../../client/src/live/plan/conditions';
import { money } from '../../../../client/src/live/plan/money';
import { table } from '../../../support/table';

const input = (configuration: object, profile: object | null = null) => ({
  type: 'task',
  name: null,
  configuration: configuration as Readonly<Record<string, unknown>>,
  profile: profile as Readonly<Record<string, unknown>> | null,
  left: [],
});

/** A configuration and a profile, and the conditions in them. */
const ROWS: readonly (readonly [configuration: object, profile: object | null, string[]])[] = [
  [{ type: 'task', commands: ['x'] }, null, []],
  [
    { resources: { gpu: 'H100', shm_size: '1GB' }, max_price: 1, regions: null },
    null,
    ['max_price', 'resources.gpu'],
  ],
  [{ resources: 'H100' }, null, ['resources']],
  [{ max_price: 1 }, { max_price: 2, fleets: ['a'] }, ['max_price', 'profile fleets']],
  [
    { replicas: [{ resources: { gpu: 'T4' } }, null, { regions: ['a'] }] },
    null,
    ['replicas[0].resources.gpu', 'replicas[2].regions'],
  ],
  [{ replicas: 2 }, null, []],
];

table('what can exclude offers', ROWS, ([configuration, profile, expected]) => {
  const found = conditionsOf(input(configuration, profile)).map(
    ({ from, path }) => (from === 'profile' ? 'profile ' : '') + written(path),
  );
  assert.deepEqual(found, expected);
});

test('leaving out a condition changes nothing else', () => {
  const configuration = { a: 1, replicas: [{ resources: { gpu: 'T4', cpu: 2 } }, { b: 1 }] };
  const path = ['replicas', 0, 'resources', 'gpu'];
  const before = structuredClone(configuration);
  const left = without(input(configuration), { from: 'file', path }).configuration;
  assert.deepEqual(left, { a: 1, replicas: [{ resources: { cpu: 2 } }, { b: 1 }] });
  assert.deepEqual(configuration, before);
  const profile = without(input({}, { fleets: [], name: 'p' }), {
    from: 'profile',
    path: ['fleets'],
  });
  assert.deepEqual(profile.profile, { name: 'p' });
});

table(
  'money',
  [
    [0, '$0'],
    [0.00001, 'less than $0.0001'],
    [0.0006, '$0.0006'],
    [0.526, '$0.526'],
    [0.58, '$0.58'],
    [4.3032, '$4.3032'],
    [8, '$8.00'],
    [98.32, '$98.32'],
    [108.152, '$108.15'],
  ] as const,
  ([dollars, text]) => {
    assert.equal(money(dollars), text);
  },
);
