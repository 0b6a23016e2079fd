import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Analysis } from '../../../../server/src/language/analysis';
import { formatOnType } from '../../../../server/src/language/features/format';
import type { FormatSettings } from '../../../../server/src/language/environment';
import { formatted, KEEP, meaningOf } from '../../../support/check/format';
import { within } from '../../../support/check/within';

interface Row {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly settings?: Partial<FormatSettings>;
  readonly lines?: readonly [number, number];
  readonly tabSize?: number;
}

/** A file without one style: 3, 6, 1 and 4 columns. */
const MIXED =
  'type: task\ncommands:\n   - x\nresources:\n      gpu:\n       name: A100\n      cpu: 4\nretry:\n    on_events: [error]\n';

const TABLE: readonly Row[] = [
  {
    what: 'spaces around colons, dashes and commas',
    before: 'type :   task\ncommands:\n  -   ls\nports: [1,2 ,3]\n',
    after: 'type: task\ncommands:\n  - ls\nports: [1, 2, 3]\n',
  },
  {
    what: 'brackets keep their inner space, alike at both ends',
    before: 'a: { b: 1}\nc: {b: 1 }\nd: [ 1,2 ]\ne: [ ]\n',
    after: 'a: { b: 1 }\nc: {b: 1}\nd: [ 1, 2 ]\ne: []\n',
  },
  {
    what: 'indentation as in most of the file',
    before: 'a:\n  b:\n    c: 1\nd:\n      e: 1\n      # f\n',
    after: 'a:\n  b:\n    c: 1\nd:\n  e: 1\n  # f\n',
  },
  {
    what: 'the tab size of the editor, where the file has no one style',
    before: MIXED,
    after:
      'type: task\ncommands:\n  - x\nresources:\n  gpu:\n    name: A100\n  cpu: 4\nretry:\n  on_events: [error]\n',
  },
  {
    what: 'another tab size',
    before: MIXED,
    after:
      'type: task\ncommands:\n    - x\nresources:\n    gpu:\n        name: A100\n    cpu: 4\nretry:\n    on_events: [error]\n',
    tabSize: 4,
  },
  {
    what: 'lists and mappings in halves, with the tab size',
    before: 'a:\n    - 1\nb:\n  c: 1\n',
    after: 'a:\n  - 1\nb:\n  c: 1\n',
  },
  {
    what: 'one style of its own, whatever the tab size is',
    before: 'a:\n    - 1\nb:\n    c: 1\n    d: |\n        x\n',
    after: 'a:\n    - 1\nb:\n    c: 1\n    d: |\n        x\n',
  },
  {
    what: 'lists at the column of their key stay, and tell nothing about the width',
    before: 'a:\n- 1\nb:\n- 2\nc:\n    - 3\nd:\n   e: 1\nf:\n      g: 1\n',
    after: 'a:\n- 1\nb:\n- 2\nc:\n- 3\nd:\n  e: 1\nf:\n  g: 1\n',
  },
  {
    what: 'a part of a file without one style leaves the rest',
    before: MIXED,
    after: MIXED.replace('   - x', '  - x'),
    lines: [1, 2],
  },
  {
    what: 'comments that go along',
    before: 'a:\n     # x\n     b: 1 # y\n     # z\nc:\n   d: 1\n',
    after: 'a:\n  # x\n  b: 1 # y\n  # z\nc:\n  d: 1\n',
  },
  {
    what: 'white space at the ends',
    before: 'type: task   \n\n \n\n\n# x \t',
    after: 'type: task\n\n\n# x\n',
  },
  { what: 'empty lines at both ends', before: '\n\na: 1\n\n\n', after: 'a: 1\n' },
  {
    what: 'lists as in most of the file',
    before: 'a:\n- 1\nb:\n- 2\nc:\n  - 3\n',
    after: 'a:\n- 1\nb:\n- 2\nc:\n- 3\n',
  },
  {
    what: 'indented lists, when asked for',
    before: 'a:\n- b: 1\n  c: 2\nd: 1\n',
    after: 'a:\n  - b: 1\n    c: 2\nd: 1\n',
    settings: { lists: 'indented' },
  },
  {
    what: 'flush lists, when asked for',
    before: 'a:\n  - |\n    x\n      y\n',
    after: 'a:\n- |\n  x\n    y\n',
    settings: { lists: 'flush' },
  },
  {
    what: 'quotes, when asked for and nothing is to be escaped',
    before: `a: "x"\nb: "it's"\nc: "\\n"\nd: 'y'\n`,
    after: `a: 'x'\nb: "it's"\nc: "\\n"\nd: 'y'\n`,
    settings: { quotes: 'single' },
  },
  {
    what: 'an explicit indentation keeps counting from its key',
    before: 'a:\n  b: 1\nd:\n    c: |2\n        x\n',
    after: 'a:\n  b: 1\nd:\n  c: |2\n      x\n',
  },
  {
    what: 'a comment behind a text does not become a part of it',
    before: 'a: |\n      text\n    # no text\nb:\n  c: 1\n',
    after: 'a: |\n  text\n # no text\nb:\n  c: 1\n',
  },
  {
    what: 'a text that keeps its line breaks',
    before: 'a: |+\n  x\n\n\n\n\n',
    after: 'a: |+\n  x\n\n\n\n\n',
  },
  { what: 'a text without a line break at the end', before: 'a: |\n  x', after: 'a: |\n  x' },
  {
    what: 'anchors, tags and aliases',
    before: 'a: &x   !!str  1\n*x : 2\n',
    after: 'a: &x !!str 1\n*x : 2\n',
  },
  { what: 'CRLF', before: 'a:  1\r\nb: 2', after: 'a: 1\r\nb: 2\r\n' },
  {
    what: 'a mark of the byte order has no width',
    before: '\uFEFFa:  1\nb:\n- 2\n',
    after: '\uFEFFa: 1\nb:\n  - 2\n',
    settings: { lists: 'indented' },
  },
  {
    what: 'spaces at the end of a text that keeps its line breaks',
    before: 'a:  |+\n  x\n  ',
    after: 'a: |+\n  x\n',
  },
  { what: 'a no-break space is a text', before: '\n\u00a0', after: '\u00a0\n' },
  ...[
    '? !!int\n   : >+\n  a\n',
    '  \uFEFFa: 1',
    '- |+1\n   \u2028',
    'a:\n  - >\u2028    b\n    c',
    'a:  |\n  \n #b\nc: 1\n',
    '  b: <| # c\n  --- a:  1',
    '  b: "c\n  ... d"',
  ].map((text) => ({ what: `nothing in ${JSON.stringify(text)}`, before: text, after: text })),
  {
    what: 'a comment below a text that is empty',
    before: 'a:\n    b:  |\n    \n    # c\n    d: |\r\n\r\n   #\n',
    after: 'a:\n    b: |\n\n    # c\n    d: |\r\n\r\n   #\n',
  },
  {
    what: 'a comment below an empty text that says how deep it is',
    before: 'a:\n|1\n#b\n',
    after: 'a:\n  |1\n#b\n',
  },
  {
    what: 'a part: an empty text keeps its indentation above a comment that is no part of it',
    before: 'a:\n- b\nc:\n  - |1\n # d\n',
    after: 'a:\n- b\nc:\n  - |1\n # d\n',
    lines: [2, 3],
  },
  {
    what: 'indented markers in a script',
    before: 'a:\n-   |\n    ---\n',
    after: 'a:\n- |\n  ---\n',
  },
  { what: 'nothing in a text with a mistake', before: 'a:  [1\n', after: 'a:  [1\n' },
  {
    what: 'a part: what reaches out of it keeps its indentation',
    before: 'a:\n    b:  1\n    c:  2\nd:\n  e: 1\nf:\n  g: 1\n',
    after: 'a:\n    b: 1\n    c:  2\nd:\n  e: 1\nf:\n  g: 1\n',
    lines: [1, 1],
  },
];

for (const { what, before, after, settings, lines, tabSize } of TABLE) {
  void test(what, () => {
    const result = formatted(before, { ...KEEP, ...settings }, lines, tabSize);
    assert.equal(result, after);
    assert.deepEqual(meaningOf(result), meaningOf(before));
    // What is formatted stays as it is.
    assert.equal(formatted(result, { ...KEEP, ...settings }, lines, tabSize), result);
  });
}

void test('Enter formats the line before it, without its indentation', () => {
  const text = 'a:\n    b:   1\n    \nc:\n  d: 1\ne:\n  f: 1\n';
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
  const edits = formatOnType(within(analysis, { settings: { format: KEEP } }), {
    position: { line: 2, character: 4 },
  });
  assert.deepEqual(edits, [
    {
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
      newText: ' ',
    },
  ]);
});

void test('Enter does not move what begins after a dash', () => {
  const text = 'a:\n  -   b:  1\n      c: 2\n';
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
  const edits = formatOnType(within(analysis, { settings: { format: KEEP } }), {
    position: { line: 2, character: 0 },
  });
  assert.deepEqual(edits, [
    {
      range: { start: { line: 1, character: 8 }, end: { line: 1, character: 10 } },
      newText: ' ',
    },
  ]);
});

const piece = fc.constantFrom(
  'a:',
  ' b:  1',
  '-  x',
  '- - y',
  '  - z',
  '- c: 1',
  '  d: 2',
  '    e:',
  ' |',
  ' >2',
  '|+',
  ' # c',
  '#d',
  '\n',
  '\n',
  '\n',
  '\n\n',
  '  ',
  ' ',
  '[1,2]',
  '{f: 1,g}',
  '[',
  ']',
  ', ',
  '"q"',
  "'r\n  s'",
  ' &h i',
  '*h',
  ' text\n   more',
  '\r\n',
  ': ',
);

void test('formatting texts of any kind keeps their meaning, and twice is once', () => {
  let formattable = 0;
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }),
      fc.constantFrom('keep', 'indented', 'flush'),
      fc.constantFrom('keep', 'single', 'double'),
      fc.option(fc.tuple(fc.nat(6), fc.nat(4)), { nil: undefined }),
      (pieces, lists, quotes, lines) => {
        const text = pieces.join('');
        const within = lines && ([lines[0], lines[0] + lines[1]] as const);
        const settings = { lists, quotes } as FormatSettings;
        if (!new Analysis({ uri: 'file:///.dstack.yml', text }).tree.broken) formattable++;
        const once = formatted(text, settings, within);
        assert.deepEqual(meaningOf(once), meaningOf(text));
        if (!within) assert.equal(formatted(once, settings), once);
      },
    ),
    { numRuns: 20000, seed: 1 },
  );
  assert.ok(formattable > 1000, `${formattable} texts were formatted`);
});
