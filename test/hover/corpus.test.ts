import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language/analysis';
import { hover } from '../../server/src/language/features/hover';
import type { Node } from '../../server/src/language/yaml/node';
import { corpusSamples, uriOf } from '../support/corpus';
import { repositoryPath } from '../support/repository';

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

/** Checks that each key has a hover of its own span, in a file without errors. Gives how many there are. */
function checkKeys(name: string, text: string, uri: string): number {
  const analysis = new Analysis({ uri, text });
  const { root, lines } = analysis.tree;
  if (!root || analysis.problems.some(({ severity }) => severity === 'error')) return 0;
  let keys = 0;
  for (const { node, isKey } of nodesOf(root)) {
    if (!isKey || (node.kind === 'scalar' && node.text === '<<')) continue;
    keys++;
    const found = hover(analysis, lines.position(node.span.start));
    const place = `${name}: ${text.slice(node.span.start, node.span.end)}`;
    assert.ok(found?.range, place);
    assert.deepEqual(
      found.range,
      { start: lines.position(node.span.start), end: lines.position(node.span.end) },
      place,
    );
  }
  return keys;
}

test('every property key of every example has a hover', () => {
  let keys = 0;
  for (const name of readdirSync(repositoryPath('examples'), {
    recursive: true,
    encoding: 'utf8',
  })) {
    if (!/\.ya?ml$/.test(name)) continue;
    const text = readFileSync(repositoryPath('examples', name), 'utf8');
    keys += checkKeys(name, text, `file:///${name}`);
  }
  assert.ok(keys > 50, `${keys} keys`);
});

const corpus = corpusSamples();

test(
  'every property key of every accepted file of the corpus has a hover',
  { skip: corpus ? false : 'no ../shared/corpus' },
  (t) => {
    let keys = 0;
    for (const { name, text, kind } of corpus ?? []) {
      keys += checkKeys(name, text, uriOf(kind));
    }
    t.diagnostic(`${keys} keys`);
    assert.ok(keys > 5000, `${keys} keys`);
  },
);
