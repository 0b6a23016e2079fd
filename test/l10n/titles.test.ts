import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodeActionRequest, type CodeAction } from 'vscode-languageserver-protocol/node';
import { Analysis, environmentOf, PROBLEM_TITLES, translateFor } from '../../server/src/language';
import type { ProblemCode } from '../../server/src/language';
import { fixesFor } from '../../server/src/language/fixes';
import { checkTitleShape } from '../support/check/fix-promises';
import { readPage } from '../support/check/problem-pages';
import { withoutMarks } from '../support/check/problems';
import { checkPseudo } from '../support/check/translated';
import { corpusSamples, fixtureSamples } from '../support/oracle/corpus';
import { TestClient } from '../support/server/client';
import { table } from '../support/table';
import { ROWS } from '../language/fixes/table';

const CODES = Object.keys(PROBLEM_TITLES) as readonly ProblemCode[];

/** Files with mistakes of every kind. */
const WRONG = [
  ...Object.values(ROWS).flatMap((rows) => rows.map(([before]) => before)),
  ...CODES.filter((code) => code !== 'not-utf-8' && code !== 'file-too-large').flatMap((code) =>
    readPage(code).wrong.map(withoutMarks),
  ),
];

const URI = 'file:///w/.dstack.yml';

/** The titles of all fixes of a file, in a language. */
function titlesIn(text: string, locale: string): readonly string[] {
  const environment = environmentOf({ translate: translateFor(locale) });
  const analysis = new Analysis({ uri: URI, text }, environment);
  return analysis.problems.flatMap((problem) =>
    fixesFor(analysis, problem).map(({ title }) => title),
  );
}

table('titles keep their form in each language', ['de', 'zh-cn'], (locale) => {
  let count = 0;
  for (const text of WRONG) {
    for (const title of titlesIn(text, locale)) {
      checkTitleShape(title);
      count++;
    }
  }
  assert.ok(count > 250, String(count));
});

test('the language of titles changes nothing else', () => {
  const fixesIn = (text: string, locale: string) => {
    const environment = environmentOf({ translate: translateFor(locale) });
    const analysis = new Analysis({ uri: URI, text }, environment);
    return analysis.problems.map((problem) =>
      fixesFor(analysis, problem).map(({ edits, preferred, safe }) => ({ edits, preferred, safe })),
    );
  };
  for (const text of WRONG) assert.deepEqual(fixesIn(text, 'qps-ploc'), fixesIn(text, 'en'), text);
});

test('every code action of the server is in the language of the client', async () => {
  const texts = [
    ...WRONG,
    ...fixtureSamples('refused').map(({ text }) => text),
    ...(corpusSamples() ?? []).filter((_, index) => index % 20 === 0).map(({ text }) => text),
  ];
  const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
  const client = await TestClient.start(
    { textDocument: { diagnostic: {} }, workspace: { workspaceEdit } },
    undefined,
    undefined,
    undefined,
    undefined,
    'qps-ploc',
  );
  const titles = new Set<string>();
  try {
    for (const [index, text] of texts.entries()) {
      const uri = `file:///w/${String(index)}.dstack.yml`;
      await client.open(uri, text);
      for (const title of await actionTitles(client, uri, text)) titles.add(title);
      await client.close(uri);
    }
  } finally {
    client.dispose();
  }
  for (const title of titles) checkPseudo(title, 'code action');
  assert.ok(titles.size > 200, String(titles.size));
});

/** The titles of what is offered in a file: for all of it, and at the beginning of each line. */
async function actionTitles(
  client: TestClient,
  uri: string,
  text: string,
): Promise<readonly string[]> {
  const lines = text.split('\n');
  const ask = async (only: string[], first: number, last: number) => {
    const answer = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
      context: { diagnostics: [], only },
    });
    return (answer ?? []).map(({ title }: Pick<CodeAction, 'title'>) => title);
  };
  const all = await ask(['quickfix', 'source.fixAll'], 0, lines.length);
  const some = lines.slice(0, 20).map((_, line) => ask(['refactor'], line, line));
  return [...all, ...(await Promise.all(some)).flat()];
}
