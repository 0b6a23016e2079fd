import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textSpan, type Node } from '../../../server/src/language/yaml/node';
import { parse } from '../../../server/src/language/yaml/parse';
import { yaml } from '../../support/yaml';

/** Literal blocks with a word in them, whose place must be found. */
const TEXTS: Readonly<Record<string, string>> = {
  'several lines': yaml`
    a: |
      one
      two HERE
      three
  `,
  'the first line': yaml`
    a: |
      HERE
      two
  `,
  'deeper lines': yaml`
    - |-
       one
         HERE

       two
  `,
  'blank lines': 'a: |+\n\n\n  one\n \n\n  x HERE\n\n',
  'an indentation given': yaml`
    a: |2
        one
      HERE
  `,
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
  const node = firstValue(
    parse(yaml`
      a: >
        one
        HERE
    `).root,
  );
  assert.deepEqual(textSpan(node, 4, 8), node.span);
});

test('a part of an empty block is the whole node, not what follows it', () => {
  const node = firstValue(
    parse(yaml`
      a: |+


      b: 1
    `).root,
  );
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
