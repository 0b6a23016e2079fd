import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../server/src/language/l10n/text';
import { Analysis } from '../../../server/src/language/analysis';
import { coerce } from '../../../server/src/language/coerce/coerce';
import { applyEdits } from '../../../server/src/language/fixes';
import { refactoringsAt } from '../../../server/src/language/refactor';
import type { Node } from '../../../server/src/language/yaml/node';
import { corpusSamples, fixtureSamples, uriOf } from '../../support/oracle/corpus';
import { Random } from '../../support/generate/random';

/** So many keys of a file are tried at most. */
const PLACES = 25;

function keyOffsets(root: Node): readonly number[] {
  const found: number[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'sequence') for (const item of node.items) visit(item);
    if (node.kind === 'scalar') found.push(node.span.start);
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.pairs) {
      found.push(key.span.start);
      visit(value);
    }
  };
  visit(root);
  return found;
}

/** What dstack reads; ranges and variables have one form, and what is null is not set. */
function valueOf({ tree, bound }: Analysis): unknown {
  return tree.root && plain(coerce(tree.root, bound.root).value);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const isList = key === 'env' && Array.isArray(inner);
    return [key, isList ? variables(inner as string[]) : plain(inner)];
  });
  return Object.fromEntries(entries.filter(([, inner]) => inner !== null));
}

function variables(entries: readonly string[]): unknown {
  const pairs = entries.map((entry): [string, unknown] => {
    const [, name = entry, text] = /^([^=]*)=([^]*)$/.exec(entry) ?? [];
    return [name, text ?? { key: entry }];
  });
  return Object.fromEntries(pairs);
}

const commentsOf = ({ tree }: Analysis) =>
  tree.comments.map(({ start, end }) => tree.text.slice(start, end).trimEnd()).sort();

test('refactorings of real files keep what dstack reads and every comment, and bring no problem', (t) => {
  const samples = [...(corpusSamples() ?? []), ...fixtureSamples('accepted')];
  const random = new Random(6);
  const counts = new Map<string, number>();
  for (const { name, text, kind } of samples) {
    const before = new Analysis({ uri: uriOf(kind), text });
    const isAccepted = before.problems.every(({ severity }) => severity !== 'error');
    if (!before.tree.root || !isAccepted || text.length > 20_000) continue;
    const value = valueOf(before);
    for (const offset of random.sample(keyOffsets(before.tree.root), PLACES)) {
      for (const { title, edits } of refactoringsAt(before, offset)) {
        const what = english(title).replace(/`.*?`|this entry|[0-9]+/g, '…');
        counts.set(what, (counts.get(what) ?? 0) + 1);
        const after = new Analysis({ uri: uriOf(kind), text: applyEdits(text, edits) });
        const place = `${name}:${String(offset)} ${title}\n${after.source.text}`;
        assert.deepEqual(valueOf(after), value, place);
        assert.deepEqual(commentsOf(after), commentsOf(before), place);
        assert.ok(after.problems.length <= before.problems.length, place);
      }
    }
  }
  t.diagnostic(JSON.stringify(Object.fromEntries(counts)));
  assert.ok(counts.size === 6 && [...counts.values()].every((count) => count >= 5));
});
