import assert from 'node:assert/strict';
import { offsetAfter, applyEdits, type Edit } from '../../../server/src/language/edit/edit';
import { compareProblems } from '../../../server/src/language/problem/compare';
import {
  problem,
  type Problem,
  type ProblemData,
} from '../../../server/src/language/problem/problem';
import { table } from '../../support/table';

/** A problem of each word that has a capital letter, about the word in lower case. */
function problemsOf(text: string, dataOf: (word: string) => ProblemData): readonly Problem[] {
  return [...text.matchAll(/[A-Z]\w*/g)].map(({ 0: word, index }) =>
    problem('unknown-key', { start: index, end: index + word.length }, `At ${String(index)}`, {
      data: dataOf(word),
    }),
  );
}

interface Row {
  readonly text: string;
  /** What takes the place of the first such text. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  readonly gone: readonly string[];
  readonly brought: readonly string[];
}

const editsOf = ({ text, edits }: Row): readonly Edit[] =>
  edits.map(([from, newText]) => {
    const start = text.indexOf(from);
    return { span: { start, end: start + from.length }, newText };
  });

const ROWS: readonly (readonly [string, Row])[] = [
  ['one is fixed', { text: 'Aa b Cc', edits: [['Aa', 'a']], gone: ['Aa'], brought: [] }],
  ['one of two equal ones', { text: 'Aa b Aa', edits: [['Aa', 'a']], gone: ['Aa'], brought: [] }],
  [
    'one moves',
    {
      text: 'Aa b',
      edits: [
        ['Aa ', ''],
        ['b', 'b Aa'],
      ],
      gone: [],
      brought: [],
    },
  ],
  ['one comes', { text: 'Aa b', edits: [['b', 'Bb']], gone: [], brought: ['Bb'] }],
  ['one becomes another', { text: 'Aa b', edits: [['Aa', 'Bb']], gone: ['Aa'], brought: ['Bb'] }],
  ['text comes before it', { text: 'a Aa', edits: [['Aa', 'b Aa']], gone: [], brought: [] }],
  ['it comes once more', { text: 'a Aa', edits: [['a', 'Aa']], gone: [], brought: ['Aa'] }],
  ['nothing changes', { text: 'Aa Aa', edits: [], gone: [], brought: [] }],
];

table('problems are compared by code, data and place', ROWS, ([, row]) => {
  const edits = editsOf(row);
  const dataOf = (key: string) => ({ key });
  const after = applyEdits(row.text, edits);
  const [old, now] = [problemsOf(row.text, dataOf), problemsOf(after, dataOf)];
  const { gone, brought } = compareProblems(
    { text: row.text, problems: old },
    { text: after, problems: now },
    offsetAfter(edits),
  );
  const word = (text: string) => (one: Problem) => text.slice(one.span.start, one.span.end);
  assert.deepEqual([...gone].map(word(row.text)), row.gone);
  assert.deepEqual(brought.map(word(after)), row.brought);
});

/** Data of the problem before and after, and whether it is the same one. */
const DATA: readonly (readonly [string, ProblemData, ProblemData, boolean])[] = [
  ['the same', { key: 'a' }, { key: 'a' }, true],
  ['another key', { key: 'a' }, { key: 'b' }, false],
  ['another path', { key: 'a', mapping: 'b/0' }, { key: 'a', mapping: 'b/1' }, true],
  ['a list', { keys: ['a', 'b'] }, { keys: ['a'] }, false],
];

table('the same place with other data is another problem', DATA, ([, before, after, isSame]) => {
  const { gone, brought } = compareProblems(
    { text: 'Aa', problems: problemsOf('Aa', () => before) },
    { text: 'Aa', problems: problemsOf('Aa', () => after) },
    offsetAfter([]),
  );
  assert.deepEqual([gone.size, brought.length], isSame ? [0, 0] : [1, 1]);
});
