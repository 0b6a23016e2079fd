import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { workspaceProblems } from '../../../server/src/language/workspace/problems';
import { ENTITIES } from '../../../server/src/language/schema/entities';
import { mapChildren } from '../../../server/src/language/schema/children';
import { SCHEMAS } from '../../../server/src/language/schema';
import type { Schema } from '../../../server/src/language/schema/schema';
import { summarise } from '../../../server/src/language/workspace/summary';
import { filesOf } from '../../support/check/workspace-files';
import { yaml } from '../../support/yaml';

/** Problems of all files as `PATH:LINE TEXT severity code`, and their messages. */
function problemsIn(files: Readonly<Record<string, string>>) {
  const { analyses, workspace, show } = filesOf(files);
  return [...analyses].flatMap(([uri, analysis]) =>
    workspaceProblems(summarise(analysis), workspace).map((one) => ({
      ...one,
      where: `${show({ uri, range: one.range })} ${one.severity} ${one.code}`,
    })),
  );
}

const places = (files: Readonly<Record<string, string>>) =>
  problemsIn(files).map(({ where }) => where);

void test('a fleet that two files define is a warning in both, linked to the other', () => {
  const found = problemsIn({
    a: 'type: fleet\nname: gpu\n',
    b: 'type: fleet\nname: "gpu"\n',
    c: yaml`
      type: volume
      name: gpu
      backend: aws
    `,
  });
  assert.deepEqual(
    found.map(({ where }) => where),
    ['a:1 gpu warning duplicate-name', 'b:1 gpu warning duplicate-name'],
  );
  assert.equal(found[0]?.related?.[0]?.uri, 'file:///w/b');
  assert.match(found[0].message, /^`b` defines a fleet `gpu` as well/);
});

void test('of several other files the first is named, in whatever order they are read', () => {
  const names = ['c', 'a', 'd', 'b'];
  const found = problemsIn(
    Object.fromEntries(names.map((name) => [name, 'type: fleet\nname: gpu\n'])),
  );
  const named = new Map(found.map(({ where, message }) => [where.charAt(0), message.charAt(1)]));
  assert.deepEqual(
    names.map((name) => named.get(name)),
    ['a', 'b', 'a', 'a'],
  );
});

void test('runs of the same name are a hint, of whatever type they are', () => {
  assert.deepEqual(places({ a: 'type: task\nname: x\n', b: 'type: service\nname: x\n' }), [
    'a:1 x hint duplicate-name',
    'b:1 x hint duplicate-name',
  ]);
});

void test('profiles and groups count within their file', () => {
  const profiles = 'profiles:\n  - name: spot\n';
  const groups = yaml`
    type: task
    groups:
      - name: head
  `;
  assert.deepEqual(places({ a: profiles, b: profiles, c: groups, d: groups }), []);
});

void test('a name that nothing defines is a hint, once something of its kind is defined', () => {
  const task = yaml`
    type: task
    fleets: [gpuu, other/x]
    volumes: [data:/d]
  `;
  assert.deepEqual(places({ a: task }), []);
  const [problem, ...more] = problemsIn({ a: task, b: 'type: fleet\nname: gpu\n' });
  assert.deepEqual(more, []);
  assert.equal(problem?.where, 'a:1 gpuu hint undefined-reference');
  assert.deepEqual(problem.data, { suggestion: 'gpu' });
  assert.match(problem.message, /Did you mean `gpu`\?$/);
  const far = problemsIn({
    a: task,
    b: yaml`
      type: volume
      name: weights
      backend: aws
    `,
  });
  assert.match(far[0]?.message ?? '', /`data`. It may exist on the server\.$/);
});

void test('nothing is said while the workspace is being read', () => {
  const { analysis, workspace } = filesOf({
    a: 'type: task\nfleets: [x]\n',
    b: 'type: fleet\nname: gpu\n',
  });
  workspace.index.complete = false;
  assert.deepEqual(workspaceProblems(summarise(analysis), workspace), []);
});

void test('the verdict on a file knows nothing of the others', () => {
  const { analyses } = filesOf({ a: 'type: fleet\nname: gpu\n', b: 'type: fleet\nname: gpu\n' });
  for (const one of analyses.values()) {
    const { problems } = new Analysis(one.source);
    assert.ok(problems.every(({ code }) => code !== 'duplicate-name'));
  }
});

void test('what is known about names agrees with the schema', () => {
  const declared = new Map<string, unknown>();
  const visit = (schema: Schema): Schema => {
    if (schema.declares) declared.set(schema.declares, schema.shorthand);
    return mapChildren(schema, visit);
  };
  Object.values(SCHEMAS).forEach(visit);
  const known = Object.entries(ENTITIES).map(([kind, { grammar }]) => [kind, grammar]);
  assert.deepEqual(Object.fromEntries(declared), Object.fromEntries(known));
});
