import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { Analysis } from '../../../../server/src/language/analysis';
import { targetAt } from '../../../../server/src/language/features/hover/target';
import { SCHEMAS } from '../../../../server/src/language/schema';
import type { MappingNode, Node, Pair } from '../../../../server/src/language/yaml/node';
import { accept, completionsIn } from '../../../support/check/completion';
import { cursorIn } from '../../../support/check/cursor';
import { repositoryPath } from '../../../support/repository';

const URI = 'file:///.dstack.yml';

const EXAMPLES = readdirSync(repositoryPath('examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.dstack.yml'))
  .map((name) => ({ name, text: readFileSync(repositoryPath('examples', name), 'utf8') }));

function* blockPairs(root: Node): Generator<{ pair: Pair; mapping: MappingNode }> {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'sequence') pending.push(...node.items);
    if (node.kind !== 'mapping' || node.flow) continue;
    for (const pair of node.pairs) {
      yield { pair, mapping: node };
      pending.push(pair.value);
    }
  }
}

/** The text with a cursor in the place of a property. */
function without(text: string, { key, value }: Pair): string {
  const end = text.indexOf('\n', Math.max(key.span.end, value.span.end - 1));
  return `${text.slice(0, key.span.start)}$0${end < 0 ? '' : text.slice(end)}`;
}

/** Checks that after accepting a key YAML reads it as a property of that place. */
function checkAccepted(marked: string, item: CompletionItem): void {
  const { offset } = cursorIn(marked);
  const accepted = accept(marked, item);
  const text = accepted.replace('$0', '');
  const { tree } = new Analysis({ uri: URI, text });
  assert.ok(tree.root && !tree.broken, `${item.label} breaks\n${accepted}`);
  const at = text.indexOf(item.label, offset);
  const target = targetAt(tree.root, SCHEMAS.configuration, at);
  assert.equal(target?.kind, 'key', `${item.label} in\n${accepted}`);
  assert.equal(target?.property.name, item.label.split(':')[0]);
  assert.equal(target?.node.span.start, at);
}

test('every key that is offered in the place of a key can be accepted there', () => {
  let count = 0;
  for (const { name, text } of EXAMPLES) {
    const { root } = new Analysis({ uri: URI, text }).tree;
    assert.ok(root, name);
    for (const { pair, mapping } of blockPairs(root)) {
      if (mapping.pairs.length < 2) continue;
      const marked = without(text, pair);
      const items = completionsIn(marked);
      const original = targetAt(root, SCHEMAS.configuration, pair.key.span.start)?.property;
      const isOffered = items.some(({ label }) => label === original?.name);
      assert.ok(isOffered || original?.free, `${original?.name} is not offered in\n${marked}`);
      // A name that says that it belongs elsewhere is the only exception.
      const fitting = items.filter(
        ({ labelDetails }) => labelDetails?.description?.startsWith('belongs in ') !== true,
      );
      for (const item of fitting) checkAccepted(marked, item);
      count += fitting.length;
    }
  }
  assert.ok(count > 1000, `${count} items`);
});
