import assert from 'node:assert/strict';
import { offsetAfter, type Edit } from '../../../server/src/language/edit/edit';
import { table } from '../../support/table';

const edit = (start: number, end: number, newText: string): Edit => ({
  span: { start, end },
  newText,
});

/** Edits, and where the offsets 0, 1, ... are afterwards. */
const ROWS: readonly (readonly [string, readonly Edit[], readonly number[]])[] = [
  ['no edit', [], [0, 1, 2]],
  ['an insertion comes before', [edit(1, 1, 'xy')], [0, 3, 4]],
  ['a removal', [edit(1, 3, '')], [0, 1, 1, 1, 2]],
  ['what is replaced', [edit(1, 3, 'xyz')], [0, 1, 1, 4, 5]],
  ['several, in any order', [edit(3, 4, ''), edit(0, 1, 'xy')], [0, 2, 3, 4, 4]],
  ['an insertion before a replacement', [edit(1, 2, 'x'), edit(1, 1, 'yy')], [0, 3, 4]],
];

table('an offset after edits', ROWS, ([, edits, offsets]) => {
  assert.deepEqual(
    offsets.map((_, offset) => offsetAfter(edits)(offset)),
    offsets,
  );
});
