import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Analysis } from '../../../../server/src/language/analysis';
import { formatOnType } from '../../../../server/src/language/features/format';
import type { FormatSettings } from '../../../../server/src/language/environment';
import { formatted, KEEP, meaningOf } from '../../../support/check/format';
import { within } from '../../../support/check/within';
import { yaml } from '../../../support/yaml';

interface Row {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly settings?: Partial<FormatSettings>;
  readonly lines?: readonly [number, number];
  readonly tabSize?: number;
}

/** A file without one style: 3, 6, 1 and 4 columns. */
const MIXED = yaml`
  type: task
  commands:
     - x
  resources:
        gpu:
         name: A100
        cpu: 4
  retry:
      on_events: [error]
`;

const TABLE: readonly Row[] = [
  {
    what: 'spaces around colons, dashes and commas',
    before: yaml`
      type :   task
      commands:
        -   ls
      ports: [1,2 ,3]
    `,
    after: yaml`
      type: task
      commands:
        - ls
      ports: [1, 2, 3]
    `,
  },
  {
    what: 'brackets keep their inner space, alike at both ends',
    before: yaml`
      a: { b: 1}
      c: {b: 1 }
      d: [ 1,2 ]
      e: [ ]
    `,
    after: yaml`
      a: { b: 1 }
      c: {b: 1}
      d: [ 1, 2 ]
      e: []
    `,
  },
  {
    what: 'indentation as in most of the file',
    before: yaml`
      a:
        b:
          c: 1
      d:
            e: 1
            # f
    `,
    after: yaml`
      a:
        b:
          c: 1
      d:
        e: 1
        # f
    `,
  },
  {
    what: 'the tab size of the editor, where the file has no one style',
    before: MIXED,
    after: yaml`
      type: task
      commands:
        - x
      resources:
        gpu:
          name: A100
        cpu: 4
      retry:
        on_events: [error]
    `,
  },
  {
    what: 'another tab size',
    before: MIXED,
    after: yaml`
      type: task
      commands:
          - x
      resources:
          gpu:
              name: A100
          cpu: 4
      retry:
          on_events: [error]
    `,
    tabSize: 4,
  },
  {
    what: 'lists and mappings in halves, with the tab size',
    before: yaml`
      a:
          - 1
      b:
        c: 1
    `,
    after: yaml`
      a:
        - 1
      b:
        c: 1
    `,
  },
  {
    what: 'one style of its own, whatever the tab size is',
    before: yaml`
      a:
          - 1
      b:
          c: 1
          d: |
              x
    `,
    after: yaml`
      a:
          - 1
      b:
          c: 1
          d: |
              x
    `,
  },
  {
    what: 'lists at the column of their key stay, and tell nothing about the width',
    before: yaml`
      a:
      - 1
      b:
      - 2
      c:
          - 3
      d:
         e: 1
      f:
            g: 1
    `,
    after: yaml`
      a:
      - 1
      b:
      - 2
      c:
      - 3
      d:
        e: 1
      f:
        g: 1
    `,
  },
  {
    what: 'a part of a file without one style leaves the rest',
    before: MIXED,
    after: MIXED.replace('   - x', '  - x'),
    lines: [1, 2],
  },
  {
    what: 'comments that go along',
    before: yaml`
      a:
           # x
           b: 1 # y
           # z
      c:
         d: 1
    `,
    after: yaml`
      a:
        # x
        b: 1 # y
        # z
      c:
        d: 1
    `,
  },
  {
    what: 'white space at the ends',
    before: 'type: task   \n\n \n\n\n# x \t',
    after: yaml`
      type: task


      # x
    `,
  },
  { what: 'empty lines at both ends', before: '\n\na: 1\n\n\n', after: 'a: 1\n' },
  {
    what: 'lists as in most of the file',
    before: yaml`
      a:
      - 1
      b:
      - 2
      c:
        - 3
    `,
    after: yaml`
      a:
      - 1
      b:
      - 2
      c:
      - 3
    `,
  },
  {
    what: 'indented lists, when asked for',
    before: yaml`
      a:
      - b: 1
        c: 2
      d: 1
    `,
    after: yaml`
      a:
        - b: 1
          c: 2
      d: 1
    `,
    settings: { lists: 'indented' },
  },
  {
    what: 'flush lists, when asked for',
    before: yaml`
      a:
        - |
          x
            y
    `,
    after: yaml`
      a:
      - |
        x
          y
    `,
    settings: { lists: 'flush' },
  },
  {
    what: 'quotes, when asked for and nothing is to be escaped',
    before: yaml`
      a: "x"
      b: "it's"
      c: "\n"
      d: 'y'
    `,
    after: yaml`
      a: 'x'
      b: "it's"
      c: "\n"
      d: 'y'
    `,
    settings: { quotes: 'single' },
  },
  {
    what: 'an explicit indentation keeps counting from its key',
    before: yaml`
      a:
        b: 1
      d:
          c: |2
              x
    `,
    after: yaml`
      a:
        b: 1
      d:
        c: |2
            x
    `,
  },
  {
    what: 'a comment behind a text does not become a part of it',
    before: yaml`
      a: |
            text
          # no text
      b:
        c: 1
    `,
    after: yaml`
      a: |
        text
       # no text
      b:
        c: 1
    `,
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
    before: yaml`
      a:
      |1
      #b
    `,
    after: yaml`
      a:
        |1
      #b
    `,
  },
  {
    what: 'a part: an empty text keeps its indentation above a comment that is no part of it',
    before: yaml`
      a:
      - b
      c:
        - |1
       # d
    `,
    after: yaml`
      a:
      - b
      c:
        - |1
       # d
    `,
    lines: [2, 3],
  },
  {
    what: 'indented markers in a script',
    before: yaml`
      a:
      -   |
          ---
    `,
    after: yaml`
      a:
      - |
        ---
    `,
  },
  { what: 'nothing in a text with a mistake', before: 'a:  [1\n', after: 'a:  [1\n' },
  {
    what: 'a part: what reaches out of it keeps its indentation',
    before: yaml`
      a:
          b:  1
          c:  2
      d:
        e: 1
      f:
        g: 1
    `,
    after: yaml`
      a:
          b: 1
          c:  2
      d:
        e: 1
      f:
        g: 1
    `,
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
  const text = yaml`
    a:
      -   b:  1
          c: 2
  `;
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
