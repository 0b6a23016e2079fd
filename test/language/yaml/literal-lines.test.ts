import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textSpan, type Node } from '../../../server/src/language/yaml/node';
import { parse } from '../../../server/src/language/yaml/parse';

/** Literal blocks with a word in them, whose place must be found. */
const TEXTS: Readonly<Record<string, string>> = {
  'several lines': 'a: |\n  one\n  two HERE\n  three\n',
  'the first line': 'a: |\n  HERE\n  two\n',
  'deeper lines': '- |-\n   one\n     HERE\n\n   two\n',
  'blank lines': 'a: |+\n\n\n  one\n \n\n  x HERE\n\n',
  'an indentation given': 'a: |2\n    one\n  HERE\n',
  'line breaks of Windows': 'a: |\r\n  one\r\n  HERE\r\n  two',
};

for (const [name, source] of Object.entries(TEXTS)) {
  test(name, () => {
    const node = firstValue(parse(source).root);
    const from = node.text.indexOf('HERE');
    const { start, end } = textSpan(node, from, from + 4);
    assert.deepEqual([source.slice(start, end), start], ['HERE', source.indexOf('HERE')]);
  });
}

test('a folded block has no places', () => {
  const node = firstValue(parse('a: >\n  one\n  HERE\n').root);
  assert.deepEqual(textSpan(node, 4, 8), node.span);
});

test('a part of an empty block is the whole node, not what follows it', () => {
  const node = firstValue(parse('a: |+\n\n\nb: 1\n').root);
  for (const [from, to] of [
    [0, 1],
    [1, 2],
    [0, 2],
  ] as const) {
    const { start, end } = textSpan(node, from, to);
    assert.ok(start >= node.span.start && end <= node.span.end, String([from, to, start, end]));
  }
});

function firstValue(root: Node | undefined) {
  const node = root?.kind === 'mapping' ? root.pairs[0]?.value : root;
  const value = node?.kind === 'sequence' ? node.items[0] : node;
  if (value?.kind !== 'scalar') throw new Error('no scalar');
  return value;
}
