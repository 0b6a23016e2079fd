import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveFacts } from '../../../server/src/language';
import { workspaceProblems } from '../../../server/src/language/workspace/problems';
import { FACTS } from '../../support/check/facts';
import { filesOf } from '../../support/check/workspace-files';
import { table } from '../../support/table';

/** Problems as `TEXT severity: message`. */
function problemsOf(text: string, live: LiveFacts | undefined, others: readonly string[] = []) {
  const files = Object.fromEntries(others.map((other, index) => [`other${String(index)}`, other]));
  const { analysis, workspace, show } = filesOf({ file: `$0${text}`, ...files });
  return workspaceProblems(analysis.summary, workspace, live).map(
    ({ range, severity, code, message }) => {
      assert.equal(code, 'undefined-reference');
      const place = show({ uri: analysis.source.uri, range }).replace(/^file:\d+ /, '');
      return `${place} ${severity}: ${message}`;
    },
  );
}

const neither = (title: string, name: string, more = '') =>
  `${name} hint: Neither a file of the workspace nor the project \`main\` has a ${title} \`${name}\`.${more}`;
const FLEET = '{type: fleet, name: workers, nodes: 1}';

/** A file, what is said about it with facts, and other files of the workspace. */
const WITH_FACTS: readonly (readonly [
  text: string,
  expected: readonly string[],
  ...others: readonly string[],
])[] = [
  // The server has it.
  ['{type: task, fleets: [onprem]}', []],
  ['{type: task, fleets: [onprem]}', [], FLEET],
  ['{type: task, fleets: [{name: cloud}]}', []],
  ['{type: service, gateway: gw}', []],
  ['{type: service, gateway: true}', []],
  ['{type: task, volumes: ["data:/data"]}', []],
  ['{type: task, volumes: [{name: [data, old], path: /data}]}', []],
  // A file has it.
  ['{type: task, fleets: [workers]}', [], FLEET],
  // Neither has it.
  ['{type: task, fleets: [other]}', [neither('fleet', 'other')]],
  ['{type: task, fleets: [onprm]}', [neither('fleet', 'onprm', ' Did you mean `onprem`?')]],
  ['{type: task, fleets: [{name: other}]}', [neither('fleet', 'other')]],
  ['{type: service, gateway: other}', [neither('gateway', 'other')]],
  ['{type: task, volumes: ["other:/data"]}', [neither('volume', 'other')]],
  // A slip of a name of the workspace is a warning, as without facts.
  [
    '{type: task, fleets: [wokers]}',
    [neither('fleet', 'wokers', ' Did you mean `workers`?').replace('hint', 'warning')],
    FLEET,
  ],
  // Names of another project are not those of this one, and cannot be looked up.
  ['{type: task, fleets: [shared]}', [neither('fleet', 'shared')]],
  ['{type: task, fleets: [other/shared, other/unknown]}', []],
  ['{type: task, fleets: [{name: unknown, project: other}]}', []],
  ['{type: task, fleets: [{name: unknown, project: null}]}', [neither('fleet', 'unknown')]],
  // Facts do not know runs.
  ['{type: task, name: x}', []],
  // Backends, regions and secrets.
  ['{type: task, backends: [aws, runpod, remote], regions: [US-east-1, eu-ro-1]}', []],
  [
    '{type: task, backends: [gcp]}',
    [
      'gcp hint: The project `main` is not configured with the backend `gcp`, only with `aws` and `runpod`.',
    ],
  ],
  [
    '{type: volume, backend: aws, region: eu-west-3, size: 1GB}',
    ['eu-west-3 hint: No backend of the project `main` is configured with the region `eu-west-3`.'],
  ],
  [
    '{type: volume, backend: gcp, region: us-east-1, size: 1GB}',
    [
      'gcp hint: The project `main` is not configured with the backend `gcp`, only with `aws` and `runpod`.',
    ],
  ],
  // One mistake has one problem: another one says more about these regions.
  [
    '{type: task, backends: [gcp], regions: [us-east4]}',
    [
      'gcp hint: The project `main` is not configured with the backend `gcp`, only with `aws` and `runpod`.',
    ],
  ],
  ['{type: task, backends: [runpod], regions: [eu-west-3]}', []],
  ['{type: task, regions: [no-such-region]}', []],
  [
    '{type: task, regions: [eu-west-3]}',
    ['eu-west-3 hint: No backend of the project `main` is configured with the region `eu-west-3`.'],
  ],
  ['{type: task, env: ["A=${{ secrets.hf_token }}", "B=${{secrets.ngc_key}}"]}', []],
  [
    '{type: task, env: {A: "${{ secrets.hf_tokn }}"}}',
    ['hf_tokn hint: The project `main` does not have a secret `hf_tokn`. Did you mean `hf_token`?'],
  ],
  ['{type: task, env: [A=1]} # ${{ secrets.none }}', []],
  // Comments ignore them.
  ['type: task\n# dstack-disable-next-line undefined-reference\nfleets: [other]\n', []],
];

table('with facts', WITH_FACTS, ([text, expected, ...others]) => {
  assert.deepEqual(problemsOf(text, FACTS, others), expected);
});

const UNKNOWN: LiveFacts = { project: 'main', serverVersion: '0.22.5', asOf: '10:42' };

test('what is not known, and no facts, leave everything as it is', () => {
  for (const [text, , ...others] of WITH_FACTS) {
    const without = problemsOf(text, undefined, others);
    assert.deepEqual(problemsOf(text, UNKNOWN, others), without, text);
    for (const one of without) assert.match(one, /No file of the workspace defines/);
  }
});

test('the regions of a backend that are not known may be any', () => {
  const backends = [...FACTS.backends, { name: 'gcp' }];
  assert.deepEqual(problemsOf('{type: task, regions: [eu-west-3]}', { ...FACTS, backends }), []);
});

test('nothing is said about a name while files are still being read', () => {
  const { analysis, workspace } = filesOf({ file: '{type: task, fleets: [other]}' });
  workspace.index.complete = false;
  assert.deepEqual(workspaceProblems(analysis.summary, workspace, FACTS), []);
});

test('what is known of a server is not part of the verdict', () => {
  const { analysis } = filesOf({ file: '{type: task, commands: [ls], fleets: [other]}' });
  assert.deepEqual(analysis.problems, []);
});

test('many names are not compared with a misspelt one', () => {
  const secrets = Array.from({ length: 2000 }, (_, index) => `name${String(index)}`);
  assert.deepEqual(
    problemsOf('{type: task, env: ["A=${{ secrets.nam1 }}"]}', { ...FACTS, secrets }),
    ['nam1 hint: The project `main` does not have a secret `nam1`.'],
  );
});
