import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankAfterKey, enterInList } from '../../client/src/list-items';
import { table } from '../support/table';

/** A text, and what Enter at its end makes of it; without that it does what it always does. */
const ROWS: readonly (readonly [before: string, after?: string])[] = [
  ['commands:\n  - ls', 'commands:\n  - ls\n  - '],
  ['commands:\n- ls', 'commands:\n- ls\n- '],
  ['commands:\n  -   ls', 'commands:\n  -   ls\n  -   '],
  ['commands:\n  - ls # note', 'commands:\n  - ls # note\n  - '],
  ['commands:\n  - echo "a: b"', 'commands:\n  - echo "a: b"\n  - '],
  ['ports:\n  - "80:80"', 'ports:\n  - "80:80"\n  - '],
  ['a:\n  - [b, c]', 'a:\n  - [b, c]\n  - '],
  ['- name: a\n  commands:\n    - ls', '- name: a\n  commands:\n    - ls\n    - '],
  ['commands:\n  - ls\n  - ', 'commands:\n  - ls\n'],
  ['commands:\n  - ls\n  -', 'commands:\n  - ls\n'],
  ['commands:\n- ls\n- ', 'commands:\n- ls\n'],
  ['- name: a\n  commands:\n    - ls\n    - ', '- name: a\n  commands:\n    - ls\n  '],
  ['- name: a\n  commands:\n  - ls\n  - ', '- name: a\n  commands:\n  - ls\n  '],
  ['  - commands:\n      - ls\n      - ', '  - commands:\n      - ls\n    '],
  ['a:\n  - b\n# note\n\n  - ', 'a:\n  - b\n# note\n\n'],
  ['commands:'],
  ['name: x'],
  ['  ls'],
  [''],
  ['volumes:\n  - name: x'],
  ['volumes:\n  - name:'],
  ['commands:\n  - |'],
  ['commands:\n  - >- # note'],
  ['commands:\n  - a \\'],
  ['commands:\n  - |\n    - ls'],
  ['commands:\n  - |\n    - '],
  ['body: |\n  a:\n    - b'],
  ['commands:\n  - # note'],
  ['commands:\n  # - ls'],
  ['a:\n  - [b,'],
  ['a:\n  - "b'],
];

for (const [before, after] of ROWS) {
  test(`Enter at the end of ${JSON.stringify(before)}`, () => {
    const lines = before.split('\n');
    const action = enterInList(lines, lines.length - 1);
    if (!action) return assert.equal(undefined, after);
    const found =
      action.kind === 'continue'
        ? [...lines, action.beginning]
        : [...lines.slice(0, -1), action.indentation];
    return assert.equal(found.join('\n'), after);
  });
}

/** A text, and the column of the blank that Enter at its end leaves out. */
const BLANKS: readonly (readonly [before: string, column?: number])[] = [
  ['resources:\n  gpu: ', 6],
  ['groups:\n  - replicas:   ', 13],
  ['"gpu": ', 6],
  ['resources:\n  gpu:'],
  ['gpu: 24GB '],
  ['gpu: # note '],
  ['commands:\n  - echo a: '],
  ['commands:\n  - |\n    gpu: '],
  ['prompt: |\n  gpu: '],
];

table('the blank that Enter leaves after a key', BLANKS, ([before, column]) => {
  const lines = before.split('\n');
  assert.equal(blankAfterKey(lines, lines.length - 1), column);
});

table('long lines cost little', ['- ', ' ', '"', "'", '|', '[', '\\', ' #', 'a: '], (piece) => {
  const start = performance.now();
  enterInList(['a:', `  - ${piece.repeat(20_000)}`], 1);
  blankAfterKey([`${piece.repeat(20_000)}: `], 0);
  assert.ok(performance.now() - start < 2000, piece);
});
