import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges } from '../../../server/src/language/features/folding';
import { analysisOf } from '../../support/check/analysis';

void test('mappings, lists, texts, comments and regions fold', () => {
  const text = `# One
# two

type: task
commands:
  - |
    a
    b
  - c
# region env
env:
  A: 1
# endregion
`;
  assert.deepEqual(
    foldingRanges(analysisOf(text)).map(({ startLine, endLine, kind }) => [
      startLine,
      endLine,
      kind,
    ]),
    [
      [0, 1, 'comment'],
      [4, 8, undefined],
      [5, 7, undefined],
      [9, 12, 'region'],
      [10, 11, undefined],
    ],
  );
});
