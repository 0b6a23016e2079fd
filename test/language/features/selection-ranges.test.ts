import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../server/src/language/features/selection-ranges';
import { atCursor, textAt } from '../../support/check/analysis';
import { yaml } from '../../support/yaml';

void test('the selection grows from the word to the file', () => {
  const { analysis, position } = atCursor(yaml`
    type: task
    resources:
      gpu: A100:80$0GB
      cpu: 2
  `);
  const texts: string[] = [];
  let next: SelectionRange | undefined = selectionRanges(analysis, { positions: [position] })[0];
  for (; next; next = next.parent) texts.push(textAt(analysis, next.range));
  assert.deepEqual(texts, [
    '80GB',
    'A100:80GB',
    'gpu: A100:80GB',
    'gpu: A100:80GB\n  cpu: 2',
    'resources:\n  gpu: A100:80GB\n  cpu: 2',
    yaml`
      type: task
      resources:
        gpu: A100:80GB
        cpu: 2`,
    yaml`
      type: task
      resources:
        gpu: A100:80GB
        cpu: 2
    `,
  ]);
});
