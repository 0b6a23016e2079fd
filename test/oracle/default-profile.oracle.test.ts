/** What dstack rejects in a configuration because of the default profile, and what we say of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspaceProblems } from '../../server/src/language/workspace/problems';
import { filesOf } from '../support/check/workspace-files';
import { askDstack } from '../support/oracle/ask-dstack';
import { pythonForOracle } from '../support/oracle/python';
import { table } from '../support/table';
import { yaml } from '../support/yaml';

const profile = (settings: string, isDefault = 'true') =>
  `profiles:\n  - {name: other}\n  - {name: mine, default: ${isDefault}, ${settings}}\n`;
const SCHEDULE = 'schedule: {cron: 0 8 * * *}';
const SCALING = 'scaling: {metric: rps, target: 1}';
const service = (lines: string) =>
  `type: service\nport: 80\nimage: a\ncommands: [a]\ngateway: true\n${lines}\n`;
const groups = (...parts: readonly string[]) =>
  `type: service\nport: 80\nimage: a\ngroups:\n${parts.map((one) => `  - {${one}}\n`).join('')}`;
const ROUTER = groups(
  'name: r, commands: [a], replicas: 1, router: {type: dynamo}',
  'name: w, commands: [b], replicas: 2',
);
const TASK = 'type: task\ncommands: [a]\n';

interface Row {
  readonly file: string;
  readonly profiles: string;
  /** The marked text, and the property of the profile, if dstack rejects the two together. */
  readonly rejected?: readonly [marked: string, property: string];
}

const ROWS: readonly Row[] = [
  {
    file: service(`replicas: 0..1\n${SCALING}`),
    profiles: profile(SCHEDULE),
    rejected: ['0..1', 'schedule'],
  },
  {
    file: service(`replicas: {min: 0, max: 4}\n${SCALING}`),
    profiles: profile(SCHEDULE, "'yes'"),
    rejected: ['{min: 0, max: 4}', 'schedule'],
  },
  {
    file: groups(
      `name: a, commands: [a], replicas: 0..2, ${SCALING}`,
      `name: b, commands: [b], replicas: 0..1, ${SCALING}`,
    ),
    profiles: profile(SCHEDULE),
    rejected: ['0..2', 'schedule'],
  },
  { file: ROUTER, profiles: profile('retry: true'), rejected: ['dynamo', 'retry'] },
  { file: ROUTER, profiles: profile('retry: false'), rejected: ['dynamo', 'retry'] },
  // One of the groups has a replica.
  {
    file: groups(
      'name: a, commands: [a], replicas: 1',
      `name: b, commands: [b], replicas: 0..1, ${SCALING}`,
    ),
    profiles: profile(SCHEDULE),
  },
  { file: service(`replicas: 1..2\n${SCALING}`), profiles: profile(SCHEDULE) },
  { file: service(`replicas: 0..1\n${SCALING}`), profiles: profile(SCHEDULE, 'false') },
  { file: service(`replicas: 0..1\n${SCALING}`), profiles: profile('schedule: null') },
  { file: service(`replicas: 0..1\n${SCALING}`), profiles: profile('retry: true') },
  { file: ROUTER, profiles: profile('retry: null') },
  { file: TASK, profiles: profile(`${SCHEDULE}, retry: true`) },
  // The first default profile counts.
  {
    file: service(`replicas: 0..1\n${SCALING}`),
    profiles: yaml`
      profiles:
        - {name: a, default: true}
        - {name: b, default: true, schedule: {cron: 0 8 * * *}}
    `,
  },
];

const URI = 'file:///w/service.dstack.yml';

table('the default profile', ROWS, ({ file, profiles, rejected }) => {
  const { analyses, workspace, show } = filesOf({
    'service.dstack.yml': file,
    '.dstack/profiles.yml': profiles,
  });
  const summary = analyses.get(URI)?.summary;
  const found = summary ? workspaceProblems(summary, workspace) : [];
  const shown = found.map(({ code, severity, range, related = [] }) => {
    const other = related.map((one) => show(one));
    return [code, severity, show({ uri: URI, range }).replace(/^\S+ /, ''), ...other];
  });
  assert.deepEqual(
    shown,
    rejected
      ? [['default-profile', 'warning', rejected[0], `.dstack/profiles.yml:2 ${rejected[1]}`]]
      : [],
  );
});

const python = pythonForOracle();

test(
  'dstack agrees about the default profile',
  { skip: python === undefined && 'there is no Python with dstack; `npm test` makes one' },
  async () => {
    const questions = ROWS.map(({ file, profiles }) => {
      return { text: file, profiles, kind: 'configuration' as const, plan: true };
    });
    const verdicts = await askDstack(python ?? '', questions);
    ROWS.forEach(({ file, rejected }, index) =>
      assert.equal(verdicts[index]?.ok, !rejected, `${file}${JSON.stringify(verdicts[index])}`),
    );
  },
);
