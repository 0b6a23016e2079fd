import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis, planInput } from '../../../../server/src/language';
import { applyEdits, type Edit } from '../../../../server/src/language/edit/edit';
import {
  effectivePairs,
  keyText,
  type Node,
  type ScalarNode,
} from '../../../../server/src/language/yaml/node';
import { corpusSamples, fixtureSamples, uriOf, type Sample } from '../../../support/oracle/corpus';

/** Properties that a plan does not need, and that may hold secrets. */
const LEFT = new Set(['env', 'registry_auth', 'files', 'repos', 'identity_file', 'headers']);

/** In no file. */
const MARK = 'LEAKED_BY_THE_PLAN';

/** The scalars below the properties that are left out, unless an alias may repeat them elsewhere. */
function* leftScalars(node: Node, isLeft = false): Generator<ScalarNode> {
  if (isLeft && node.anchor !== undefined) return;
  if (node.kind === 'scalar' && isLeft) yield node;
  if (node.kind === 'sequence') for (const item of node.items) yield* leftScalars(item, isLeft);
  if (node.kind !== 'mapping') return;
  for (const pair of effectivePairs(node))
    yield* leftScalars(pair.value, isLeft || LEFT.has(keyText(pair) ?? ''));
}

/** The same file with the mark in each value of what is left out. */
function marked({ tree }: Analysis): string {
  const edits: Edit[] = [];
  for (const { text, style, textStart, span } of tree.root ? leftScalars(tree.root) : []) {
    if (textStart === undefined || style === 'literal' || style === 'folded' || text === '')
      continue;
    const end = textStart + text.length;
    if (end <= span.end) edits.push({ span: { start: end, end }, newText: MARK });
  }
  return applyEdits(tree.text, edits);
}

/** Counts what is checked: a sample that dstack rejects has no plan. */
function check({ name, text, kind }: Sample, count: { plans: number; marks: number }): void {
  const analysis = new Analysis({ uri: uriOf(kind), text });
  const input = planInput(analysis);
  const isAccepted = !analysis.problems.some(({ severity }) => severity === 'error');
  assert.equal(input !== undefined, isAccepted && kind === 'configuration', name);
  if (!input) return;
  count.plans++;
  assert.deepEqual(plainOf(input), JSON.parse(JSON.stringify(input)), name);
  const other = planInput(new Analysis({ uri: uriOf(kind), text: marked(analysis) }));
  if (!other || marked(analysis) === text) return;
  count.marks++;
  assert.deepEqual(other, input, `${name}: the plan does not depend on what is left out`);
}

/** The same with the prototypes that JSON gives. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainOf(one)]));
}

test('the plans of the fixtures are JSON without what is left out', () => {
  const count = { plans: 0, marks: 0 };
  for (const sample of fixtureSamples('accepted')) check(sample, count);
  for (const sample of fixtureSamples('refused')) check(sample, count);
  assert.ok(count.plans > 20 && count.marks > 5, JSON.stringify(count));
});

test('the plans of public files are JSON without what is left out', (t) => {
  const samples = corpusSamples();
  if (!samples) return t.skip('the collection ../shared/corpus is not here');
  const count = { plans: 0, marks: 0 };
  for (const sample of samples) check(sample, count);
  t.diagnostic(`figure: ${String(count.plans)} plans, ${String(count.marks)} with values left out`);
  assert.ok(count.plans > 1000 && count.marks > 300, JSON.stringify(count));
});
