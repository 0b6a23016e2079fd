import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestEventIn } from '../../../client/src/live/answers/events';
import { fleetsIn } from '../../../client/src/live/answers/fleets';
import { gatewaysIn } from '../../../client/src/live/answers/gateways';
import { gpusIn } from '../../../client/src/live/answers/gpus';
import { logPageIn } from '../../../client/src/live/answers/logs';
import { planIn } from '../../../client/src/live/answers/plan';
import { projectIn } from '../../../client/src/live/answers/project';
import { projectsIn } from '../../../client/src/live/answers/projects';
import { refusalOf } from '../../../client/src/live/answers/refusal';
import { fleetPlanIn, gatewayPlanIn } from '../../../client/src/live/answers/resource-plan';
import { RUN_STATES, runIn, runsIn } from '../../../client/src/live/answers/run';
import { secretsIn } from '../../../client/src/live/answers/secrets';
import { serverVersionIn } from '../../../client/src/live/answers/server-info';
import { volumesIn } from '../../../client/src/live/answers/volumes';
import { table } from '../../support/table';
import { recorded } from './recorded';

/** Each reader with a recorded answer that it reads. */
const READERS: readonly (readonly [answer: string, read: (answer: unknown) => unknown])[] = [
  ['server-get_info', serverVersionIn],
  ['projects-list', projectsIn],
  ['project-get', projectIn],
  ['runs-get_plan', planIn],
  ['runs-get_plan-update', planIn],
  ['fleets-get_plan', fleetPlanIn],
  ['gateways-get_plan', gatewayPlanIn],
  ['runs-get-failed', runIn],
  ['runs-get-dev-environment', (answer) => runsIn([answer])],
  ['fleets-list', fleetsIn],
  ['volumes-list', volumesIn],
  ['gateways-list', gatewaysIn],
  ['secrets-list', secretsIn],
  ['gpus-list', gpusIn],
  ['events-list-latest', newestEventIn],
  ['logs-poll', logPageIn],
];

/** The value with each of its parts replaced by `other`, one at a time. */
function* damaged(value: unknown, other: unknown): Generator {
  yield other;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    for (const changed of damaged(item, other)) {
      yield Array.isArray(value)
        ? value.map((one: unknown, index) => (String(index) === key ? changed : one))
        : { ...value, [key]: changed };
    }
  }
}

const OTHERS: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'x',
  [],
  [null],
  {},
  { __proto__: null },
];

table(
  'no part of an answer that is something else makes a reader fail',
  READERS,
  ([name, read]) => {
    const answer = recorded(name);
    for (const other of OTHERS)
      for (const changed of damaged(answer, other)) assert.doesNotThrow(() => read(changed));
  },
);

const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;

table('an answer of 100,000 levels is read', READERS, ([name, read]) => {
  assert.doesNotThrow(() => read(deep));
  if (name !== 'runs-get_plan') return;
  const spec = { run_spec: { configuration: { commands: deep } } };
  const effective = { configuration: { commands: [1] } };
  assert.doesNotThrow(() => read({ current_resource: spec, effective_run_spec: effective }));
});

/** Text that would act on a terminal, turn its direction, or forge a line. */
const EVIL = '\u001b]52;c;aGk=\u0007a\u202eb\nc\u009b31m\u2028\u0000\ud800';

/** The answer with a hostile text in the place of each of its texts. */
function hostile(value: unknown): unknown {
  // A run in an unknown state would be left out.
  if (RUN_STATES.some((state) => state === value)) return value;
  if (typeof value === 'string') return value + EVIL;
  if (Array.isArray(value)) return value.map(hostile);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hostile(item)]));
}

const shownIn = (value: unknown): string => {
  // Logs have a reader of their own: `logs/clean`.
  return JSON.stringify([value], (key, item: unknown) => (key === 'bytes' ? undefined : item));
};

table('no text of an answer is shown with control characters', READERS, ([name, read]) => {
  assert.doesNotMatch(
    shownIn(read(hostile(recorded(name)))),
    /\\u00[019]|\\n|\u202e|\u2028|\\ud800/,
  );
});

test('a long text is shortened', () => {
  const [gateway] = gatewaysIn([{ name: 'x'.repeat(1_000_000) }]);
  assert.equal(gateway?.name.length, 500);
});

/** The answer with secrets wherever the server can put them. */
function withSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withSecrets(item)] as const);
  const secrets = {
    env: { TOKEN: 'hunter2' },
    registry_auth: { username: 'a', password: 'hunter2' },
    ssh_key: { private: 'hunter2' },
    ssh_key_pub: 'hunter2',
    value: 'hunter2',
    creds: { token: 'hunter2' },
  };
  return { ...Object.fromEntries(entries), ...secrets };
}

table('no secret of an answer is kept', READERS, ([name, read]) => {
  assert.doesNotMatch(JSON.stringify(read(withSecrets(recorded(name)))), /hunter2/);
});

test('the changes of an update leave secrets out', () => {
  const spec = (env: string) => ({
    run_spec: {
      configuration: { type: 'task', env: { A: env }, registry_auth: { password: env } },
    },
  });
  const plan = planIn({
    current_resource: spec('hunter1'),
    effective_run_spec: spec('hunter2').run_spec,
  });
  assert.deepEqual(plan.changes, []);
});

/** Status, body, the kind of failure, and a part of its message. */
const REFUSALS: readonly (readonly [number, unknown, string, RegExp])[] = [
  [401, { detail: 'Not authenticated' }, 'token', /`dstack login`/],
  [403, { detail: { msg: 'Invalid token' } }, 'token', /`dstack login`/],
  [403, { detail: { msg: 'Access denied', code: null } }, 'denied', /no permission/],
  [404, { detail: { msg: 'Not found' } }, 'missing', /does not know this project/],
  [
    400,
    { detail: [{ msg: "Volume ['nope'] not found" }] },
    'rejected',
    /Volume \['nope'\] not found/,
  ],
  [400, null, 'rejected', /\(400\)/],
  [400, { detail: `x${EVIL}` }, 'rejected', /: x +\]52;c;aGk=/],
  [500, undefined, 'broken', /\(500\)/],
];

table('what the server rejects', REFUSALS, ([status, body, kind, message]) => {
  const failure = refusalOf(status, body);
  assert.equal(failure.kind, kind);
  assert.match(failure.message, message);
});

test('an invalid configuration has the place that is rejected', () => {
  const loc = ['body', 'run_spec', 'configuration', 'task', 'resources', 'gpu', 0];
  const { places } = refusalOf(422, { detail: [{ loc, msg: 'Extra inputs', input: 'hunter2' }] });
  assert.deepEqual(places, [{ path: ['resources', 'gpu', 0], message: 'Extra inputs' }]);
});

test('the place in a configuration that is no run has no type before it', () => {
  const loc = ['body', 'spec', 'configuration', 'placemen'];
  const { places } = refusalOf(422, { detail: [{ loc, msg: 'Extra inputs' }] });
  assert.deepEqual(places, [{ path: ['placemen'], message: 'Extra inputs' }]);
});
