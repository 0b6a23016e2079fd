import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { semanticTokens, tokenEdits } from '../../../../server/src/language';
import { analysisOf } from '../../../support/check/analysis';
import { yaml } from '../../../support/yaml';

/** The edits made, as a client does. */
function applied(before: readonly number[], edits: ReturnType<typeof tokenEdits>): number[] {
  const data = [...before];
  for (const { start, deleteCount, data: inserted = [] } of edits) {
    data.splice(start, deleteCount, ...inserted);
  }
  return data;
}

test('the edits turn one into the other, in whole tokens', () => {
  const token = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(1), fc.nat(1));
  const tokens = fc.array(token, { maxLength: 6 }).map((list) => list.flat());
  fc.assert(
    fc.property(tokens, tokens, (before, after) => {
      const edits = tokenEdits(before, after);
      assert.deepEqual(applied(before, edits), after);
      assert.ok(edits.length <= 1);
      for (const { start, deleteCount, data = [] } of edits) {
        assert.deepEqual([start % 5, deleteCount % 5, data.length % 5], [0, 0, 0]);
      }
    }),
  );
});

test('a typed letter changes a token or two', () => {
  const text = yaml`
    type: task
    resources:
      gpu: A100:80GB:2
      cpu: arm:4
    ports: ["80:8080"]
  `;
  const data = (source: string) => semanticTokens(analysisOf(source)).data;
  const [edit] = tokenEdits(data(text), data(text.replace('A100', 'A1000')));
  assert.ok(edit && edit.deleteCount <= 10 && edit.data && edit.data.length <= 10);
  assert.deepEqual(tokenEdits(data(text), data(`${text}# more\n`)), []);
});
