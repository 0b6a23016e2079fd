import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { corpusSamples, uriOf } from '../../support/oracle/corpus';
import { repositoryPath } from '../../support/repository';

/**
 * Each warning and hint in real files, read and judged by a person: `file`, `line` (from 1), `code`, `judgement`. A new
 * one fails the test until it has a row; one that an author would not agree with is a mistake of ours.
 */
const LIST = repositoryPath('test/fixtures/corpus-warnings.tsv');

const samples = corpusSamples();

test('each warning on the corpus was judged', { skip: !samples && 'needs the corpus' }, () => {
  const [, ...rows] = readFileSync(LIST, 'utf8').trimEnd().split('\n');
  const judged = rows.map((row) => row.split('\t'));
  assert.ok(judged.every(([, , , judgement = '']) => judgement.startsWith('true: ')));
  const found = (samples ?? []).flatMap(({ name, kind, text }) => {
    const { problems, tree } = new Analysis({ uri: uriOf(kind), text });
    return problems
      .filter(({ severity }) => severity !== 'error')
      .map(
        ({ code, span }) => `${name}\t${String(tree.lines.position(span.start).line + 1)}\t${code}`,
      );
  });
  assert.deepEqual(
    [...new Set(found)].sort(),
    judged.map((row) => row.slice(0, 3).join('\t')).sort(),
  );
});
