import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { Analysis } from '../../../../server/src/language/analysis';
import { hover } from '../../../../server/src/language/features/hover';
import type { Schema } from '../../../../server/src/language/schema/schema';
import type { Node, ScalarNode } from '../../../../server/src/language/yaml/node';
import { corpusSamples, fixtureSamples, uriOf, type Sample } from '../../../support/oracle/corpus';
import { hoverText } from '../../../support/check/hover';
import { repositoryPath } from '../../../support/repository';
import { within } from '../../../support/check/within';

/** The keys and scalars of a file, each once. */
function* nodesOf(root: Node): Generator<{ node: Node; isKey: boolean }> {
  const pending = [{ node: root, isKey: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    const { node } = next;
    if (node.kind === 'sequence')
      pending.push(...node.items.map((item) => ({ node: item, isKey: false })));
    if (node.kind !== 'mapping') continue;
    for (const { key, value } of node.pairs)
      pending.push({ node: key, isKey: true }, { node: value, isKey: false });
  }
}

/** Whether a value says something by itself: it follows a grammar, is one of a list or the value of a variable. */
function hasMeaning(schema: Schema | undefined): boolean {
  return (
    schema?.shorthand !== undefined ||
    schema?.enum !== undefined ||
    schema?.const !== undefined ||
    schema?.valueMeaning !== undefined
  );
}

/** A sentence: words that do not come from the heading, the list of parts, an example or the link. */
function sentence(markdown: string): string {
  return markdown
    .replace(/```yaml[^]*?```/g, '')
    .split('\n\n')
    .filter((paragraph) => !/^(?:\*\*|[-[])/.test(paragraph))
    .join(' ')
    .trim();
}

interface Count {
  keys: number;
  values: number;
}

/** Checks that each key, and each value with a meaning, has a hover of its own span that says something. */
function check({ name, text, kind }: Sample, count: Count): void {
  const analysis = new Analysis({ uri: uriOf(kind), text });
  const { tree, bound } = analysis;
  if (!tree.root || analysis.problems.some(({ severity }) => severity === 'error')) return;
  for (const { node, isKey } of nodesOf(tree.root)) {
    if (node.kind !== 'scalar' || node.span.start === node.span.end || node.text === '<<') continue;
    if (!isKey && !hasMeaning(bound.schemaOf(node))) continue;
    count[isKey ? 'keys' : 'values']++;
    checkNode(analysis, node, isKey, name);
  }
}

function checkNode(analysis: Analysis, { span }: ScalarNode, isKey: boolean, file: string) {
  const { lines, text } = analysis.tree;
  // At the start of a value there may be a variable of its own.
  const found = hover(within(analysis, { now: () => 0 }), { position: lines.position(span.start) });
  const place = `${file}: ${text.slice(span.start, span.end)}`;
  assert.ok(found?.range, place);
  if (isKey) {
    const range = { start: lines.position(span.start), end: lines.position(span.end) };
    assert.deepEqual(found.range, range, place);
  }
  assert.match(
    sentence(hoverText(found)),
    /\p{L}{2,}.*\.(?:\s|$)/su,
    `${place}\n${hoverText(found)}`,
  );
}

test('a hover at any place says something about that place, or nothing', () => {
  for (const { text, kind } of [...fixtureSamples('accepted'), ...fixtureSamples('refused')]) {
    const analysis = new Analysis({ uri: uriOf(kind), text });
    const { lines } = analysis.tree;
    for (let offset = 0; offset <= text.length; offset++) {
      const found = hover(within(analysis, { now: () => 0 }), { position: lines.position(offset) });
      if (!found?.range) continue;
      const [start, end] = [lines.offset(found.range.start), lines.offset(found.range.end)];
      assert.ok(start <= offset && offset <= end && start < end, `${text.slice(start, end)}`);
      assert.doesNotMatch(hoverText(found), /undefined|NaN|\[object/);
    }
  }
});

function checkAll(samples: readonly Sample[], t: TestContext): Count {
  const count: Count = { keys: 0, values: 0 };
  for (const sample of samples) check(sample, count);
  t.diagnostic(`${String(count.keys)} keys, ${String(count.values)} values`);
  return count;
}

test('every key and every value with a meaning of the examples and fixtures has a hover', (t) => {
  const names = readdirSync(repositoryPath('examples'), { recursive: true, encoding: 'utf8' });
  const examples = names
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name): Sample => {
      const kind = /profiles\.ya?ml$/.test(name) ? 'profiles' : 'configuration';
      return { name, kind, text: readFileSync(repositoryPath('examples', name), 'utf8') };
    });
  const { keys, values } = checkAll([...examples, ...fixtureSamples('accepted')], t);
  assert.ok(keys > 500 && values > 300);
});

const corpus = corpusSamples();

test(
  'every key and every value with a meaning of the accepted public files has a hover',
  { skip: corpus ? false : 'no ../shared/corpus' },
  (t) => {
    const { keys, values } = checkAll(corpus ?? [], t);
    assert.ok(keys > 5000 && values > 5000);
  },
);
