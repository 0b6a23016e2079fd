import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentHighlights } from '../../../server/src/language/features/document-highlights';
import { linkedEditing } from '../../../server/src/language/features/linked-editing';
import { atCursor, textAt } from '../../support/check/analysis';
import { yaml } from '../../support/yaml';

/** Line, text and kind (2 a use, 3 a declaration) of what is highlighted. */
function highlightsIn(marked: string): string[] {
  const { analysis, position } = atCursor(marked);
  return documentHighlights(analysis, { position }).map(
    ({ range, kind }) => `${range.start.line} ${textAt(analysis, range)} ${kind}`,
  );
}

const TABLE: readonly (readonly [text: string, ...expected: string[]])[] = [
  [
    yaml`
      a: &x$0 1
      b: *x
      c: *y
    `,
    '0 x 3',
    '1 x 2',
  ],
  ['type: task\nenv:\n  - A=1\ncommands:\n  - echo $A$0 ${A} $AB\n', '2 A 3', '4 A 2', '4 A 2'],
  [
    yaml`
      type: task
      env:
        A$0: 1
      commands:
        - echo $A
    `,
    '2 A 3',
    '4 A 2',
  ],
  [
    'type: task\ngroups:\n  - name: a$0\n    commands:\n      - x ${{ groups[0].nodes[0].IP_ADDRESS }}\n',
    '2 a 3',
    '4 0 2',
  ],
  // What a command sets is written, and what no shell reads is none.
  [
    yaml`
      type: task
      env: [A$0=1]
      commands:
        - for A in 1; do echo $A '$A'; done # $A
    `,
    '1 A 3',
    '3 A 3',
    '3 A 2',
  ],
  ['type: ta$0sk\n'],
];

for (const [text, ...expected] of TABLE) {
  void test(`highlights in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(highlightsIn(text), expected);
  });
}

void test('an anchor and its aliases are typed as one, unless it is set twice', () => {
  const linked = (marked: string) => {
    const { analysis, position } = atCursor(marked);
    return linkedEditing(analysis, { position })?.ranges.map((range) => textAt(analysis, range));
  };
  assert.deepEqual(linked('a: &x$0 1\nb: *x\n'), ['x', 'x']);
  assert.equal(
    linked(yaml`
      a: &x$0 1
      b: &x 2
      c: *x
    `),
    undefined,
  );
});
