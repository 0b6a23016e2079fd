import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { textAfter } from '../../server/src/lsp/many-changes';
import { TEXT_SYNC } from '../../server/src/lsp/text-sync';

/** Texts in which line breaks of every kind meet. */
const texts = (maxLength: number) =>
  fc
    .array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc', '😀', 'key: '), { maxLength })
    .map((all) => all.join(''));
const position = fc.record({
  line: fc.integer({ min: -1, max: 40 }),
  character: fc.integer({ min: -1, max: 30 }),
});
const change = fc.oneof(
  {
    arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: texts(6) }),
    weight: 20,
  },
  { arbitrary: fc.record({ text: texts(30) }), weight: 1 },
);

/** What the changes give one after the other. */
function oneByOne(text: string, changes: Parameters<typeof textAfter>[1]): string {
  const document = TextDocument.create('file:///w/.dstack.yml', 'dstack', 1, text);
  for (const one of changes) TEXT_SYNC.update(document, [one], 2);
  return document.getText();
}

test('many changes together give what they give one by one', () => {
  fc.assert(
    fc.property(texts(60), fc.array(change, { maxLength: 40 }), (text, changes) => {
      assert.equal(textAfter(text, changes), oneByOne(text, changes));
    }),
    { numRuns: 1000 },
  );
});

test('many changes of a text of several blocks give what they give one by one', () => {
  const far = fc.record({
    line: fc.integer({ min: 0, max: 3000 }),
    character: fc.integer({ min: 0, max: 9000 }),
  });
  const edit = fc.record({ range: fc.record({ start: far, end: far }), text: texts(4) });
  const line = fc.constantFrom(
    'a\n',
    '\r',
    '\r\n',
    '\n',
    `${'long '.repeat(1000)}\r\n`,
    'x'.repeat(5000),
  );
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 100, maxLength: 1000 }),
      fc.array(
        fc.oneof(
          edit,
          edit.map(({ range: { start }, text }) => ({ range: { start, end: start }, text })),
        ),
        { maxLength: 60 },
      ),
      (lines, changes) => {
        const text = lines.join('');
        assert.equal(textAfter(text, changes), oneByOne(text, changes));
      },
    ),
    { numRuns: 30 },
  );
});

test('more than a hundred changes of a document are the same, and no typing', () => {
  const document = TextDocument.create('file:///w/.dstack.yml', 'dstack', 1, 'a\r\nb\r\n');
  const at = { line: 1, character: 0 };
  const changes = Array.from({ length: 101 }, () => ({ range: { start: at, end: at }, text: 'x' }));
  TEXT_SYNC.update(document, changes, 7);
  assert.equal(document.getText(), `a\r\n${'x'.repeat(101)}b\r\n`);
  assert.equal(document.version, 7);
  assert.equal(document.offsetAt({ line: 2, character: 0 }), document.getText().length);
});
