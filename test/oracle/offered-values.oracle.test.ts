/** Values that completion offers, asked of the real dstack. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language/analysis';
import { offeredValues } from '../support/generate/offered-values';
import { askDstack } from '../support/oracle/ask-dstack';
import { pythonForOracle } from '../support/oracle/python';

test('dstack accepts each value that is offered where nothing else is missing', async (t) => {
  const python = pythonForOracle();
  if (python === undefined) {
    t.skip('there is no Python with dstack; `npm test` makes one');
    return;
  }
  const texts = offeredValues()
    .map(({ text }) => text)
    .filter((text) => {
      const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text });
      return problems.length === 0;
    });
  assert.ok(texts.length > 1000, `${texts.length} texts`);
  const questions = texts.map((text) => ({ text, kind: 'configuration', plan: true }) as const);
  const verdicts = await askDstack(python, questions);
  const refused = verdicts.flatMap((verdict, index) =>
    verdict.ok ? [] : [`${verdict.error}\n${texts[index] ?? ''}`],
  );
  assert.deepEqual(refused, []);
});
