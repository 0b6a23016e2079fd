import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { textAfter } from '../../server/src/lsp/many-changes';
import { unitsOf } from '../../server/src/lsp/positions/encoding';
import { textSync } from '../../server/src/lsp/text-sync';
import { table } from '../support/table';

/** Texts in which line breaks of every kind meet. */
const texts = (maxLength: number) =>
  fc
    .array(
      fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc', 'é', '漢', '😀', '\ud83d', '\ude00', 'key: '),
      { maxLength },
    )
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

const ENCODINGS = ['utf-16', 'utf-8'] as const;

/** What the changes give one after the other. */
function oneByOne(...[text, changes, units]: Parameters<typeof textAfter>): string {
  const document = TextDocument.create('file:///w/.dstack.yml', 'dstack', 1, text);
  for (const one of changes) textSync(units).update(document, [one], 2);
  return document.getText();
}

table('many changes together give what they give one by one', ENCODINGS, (encoding) => {
  const units = unitsOf(encoding);
  fc.assert(
    fc.property(texts(60), fc.array(change, { maxLength: 40 }), (text, changes) => {
      assert.equal(textAfter(text, changes, units), oneByOne(text, changes, units));
    }),
    { numRuns: 1000 },
  );
});

table('many changes of several blocks give what they give one by one', ENCODINGS, (encoding) => {
  const units = unitsOf(encoding);
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
    'é漢😀'.repeat(2000),
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
        assert.equal(textAfter(text, changes, units), oneByOne(text, changes, units));
      },
    ),
    { numRuns: 30 },
  );
});

test('more than a hundred changes of a document are the same, and no typing', () => {
  const document = TextDocument.create('file:///w/.dstack.yml', 'dstack', 1, 'a\r\nb\r\n');
  const at = { line: 1, character: 0 };
  const changes = Array.from({ length: 101 }, () => ({ range: { start: at, end: at }, text: 'x' }));
  textSync(unitsOf('utf-16')).update(document, changes, 7);
  assert.equal(document.getText(), `a\r\n${'x'.repeat(101)}b\r\n`);
  assert.equal(document.version, 7);
  assert.equal(document.offsetAt({ line: 2, character: 0 }), document.getText().length);
});

test('changes of a huge line take about as long in UTF-8', () => {
  const text = '漢é'.repeat(200_000);
  const [inUtf16 = 0, inUtf8 = 0] = ENCODINGS.map((encoding) => {
    const units = unitsOf(encoding);
    const size = units.count(text);
    const changes = Array.from({ length: 20_000 }, (_, index) => {
      const at = { line: 0, character: (index * 7919) % size };
      return { range: { start: at, end: at }, text: 'é' };
    });
    const start = performance.now();
    textAfter(text, changes, units);
    oneByOne(text, changes.slice(0, 100), units);
    return performance.now() - start;
  });
  assert.ok(inUtf8 < 10 * inUtf16 + 2000, `${inUtf8.toFixed(0)} and ${inUtf16.toFixed(0)} ms`);
});
