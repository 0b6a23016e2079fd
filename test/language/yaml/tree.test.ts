import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectivePairs, findPair, textSpan } from '../../../server/src/language/yaml/node';
import { parse } from '../../../server/src/language/yaml/parse';
import { checkSpans, outline } from '../../support/check/yaml-outline';
import { HAND_WRITTEN } from '../../support/generate/yaml-texts';
import { yaml } from '../../support/yaml';

/** Texts and the sources of their nodes, as PyYAML reads them. */
const ACCEPTED: Readonly<Record<string, string>> = {
  '': '',
  '# a\n': '',
  'a: b # c\n': '{"a": "b"}',
  'a:\nb :  "c d" \n': '{"a": "", "b": "\\"c d\\""}',
  '- a\n-\n-  b c \n': '["a", "", "b c"]',
  'a:\n- b\n- c: d\n  e: f\n': '{"a": ["b", {"c": "d", "e": "f"}]}',
  '[a, b: c, {d, e: , "f":g}, ? h]':
    '["a", {"b": "c"}, {"d": "", "e": "", "\\"f\\"": "g"}, {"h": ""}]',
  'a: b\n  c\n\nd: e': '{"a": "b\\n  c", "d": "e"}',
  'a: |\n  b\n   c\n\n# d\n': '{"a": "|\\n  b\\n   c"}',
  'a: >- # b\n\n  c\n': '{"a": ">- # b\\n\\n  c"}',
  'a: &b !!str c\nd: *b': '{"a": "c", "d": alias "*b"}',
  'a: &b\nc: !!null': '{"a": "", "c": ""}',
  '? a\n: b\n? c\n': '{"a": "b", "c": ""}',
  '\ufeffa: 😀\r\nb: é\r\n': '{"a": "😀", "b": "é"}',
  'a: b\u2028c: d\u0085e: f': '{"a": "b", "c": "d", "e": "f"}',
  '%YAML 1.1\n--- # a\nb\n...\n': '"b"',
};

/** The same for texts that PyYAML refuses, as the tolerant reading has them. */
const REFUSED: Readonly<Record<string, string>> = {
  'a: b\nc\nd: e\n': '{"a": "b", "c": "", "d": "e"}',
  'a:\n\t- b\nc: d': '{"a": ["b"], "c": "d"}',
  'a: [b, c\nd: e': '{"a": ["b", "c"], "d": "e"}',
  'a: {b: c\n': '{"a": {"b": "c"}}',
  'a: "b\nc: d': '{"a": "\\"b", "c": "d"}',
  'a: @b\nc: d': '{"a": "@b", "c": "d"}',
  'a: b\n---\nc: d': '{"a": "b"}',
  'a: *b\nc: d': '{"a": lost alias "*b", "c": "d"}',
  'a: |- # b\n\n  c\n   d\n@': '{"a": "|- # b\\n\\n  c\\n   d", "@": ""}',
  'a: >\nb: |\r\n\tc\r\n@': '{"a": ">", "b": "|\\r\\n\\tc", "@": ""}',
  'a: &b 1\nc: *b\n@': '{"a": "1", "c": alias "*b", "@": ""}',
};

for (const [broken, table] of [
  [false, ACCEPTED],
  [true, REFUSED],
] as const) {
  for (const [text, expected] of Object.entries(table)) {
    void test(`${JSON.stringify(text)} is ${expected}`, () => {
      const tree = parse(text);
      assert.equal(outline(tree), expected);
      assert.equal(tree.broken, broken);
      checkSpans(tree);
    });
  }
}

void test('the text of a block is found in a text that PyYAML refuses', () => {
  const text = yaml`
    a: | # b

      cd
      ef
    @`;
  const { root } = parse(text);
  assert.ok(root?.kind === 'mapping');
  const block = findPair(root, 'a')?.value;
  assert.ok(block?.kind === 'scalar');
  const at = block.text.indexOf('ef');
  const { start, end } = textSpan(block, at, at + 2);
  assert.equal(text.slice(start, end), 'ef');
});

void test('collections span their content, without the white space behind it', () => {
  const text = yaml`
    a:
      - b
      - [c,
     d ]  # e

    f:
  `;
  const { root } = parse(text);
  assert.ok(root?.kind === 'mapping');
  const list = findPair(root, 'a')?.value;
  assert.deepEqual(root.span, { start: 0, end: text.indexOf('f:') + 2 });
  assert.deepEqual(list?.span, { start: 5, end: text.indexOf(']') + 1 });
});

void test('comments are found, and only those', () => {
  const text = yaml`
    # a
    b: c#d # e
    f: |- # g
      # h
    i: "# j"
  `;
  const { comments } = parse(text);
  const found = comments.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found, ['# a', '# e', '# g']);
});

void test('the text of a scalar leads back to its source, unless escapes or folds intervene', () => {
  const spansOf = (text: string): string | undefined => {
    const { root } = parse(text);
    assert.ok(root?.kind === 'scalar');
    const { start, end } = textSpan(root, 1, 2);
    return text.slice(start, end);
  };
  for (const text of ['xyz', ' xyz', '"xyz"', "'xyz'", '&a !!str xyz', '|-\n xyz']) {
    assert.equal(spansOf(text), 'y', text);
  }
  for (const text of ['"x\\x79z"', "'x''z'", '"x\n z"']) {
    assert.equal(spansOf(text), text, text);
  }
});

void test('merged and repeated keys have the values that dstack gets', () => {
  const { root } = parse(yaml`
    <<: [{a: 1, b: 2}, {b: 3, c: 4}]
    d: 5
    c: 6
    d: 7
    1: 8
  `);
  assert.ok(root?.kind === 'mapping');
  const pairs = effectivePairs(root).map(({ key, value }) =>
    [key, value].map((node) => (node.kind === 'scalar' ? node.text : '')).join(''),
  );
  assert.deepEqual(pairs.sort(), ['18', 'a1', 'b2', 'c6', 'd7']);
  assert.deepEqual(findPair(root, '1')?.value.kind, 'scalar');
});

void test('hand-written files have sound spans', () => {
  for (const text of HAND_WRITTEN) checkSpans(parse(text));
});
