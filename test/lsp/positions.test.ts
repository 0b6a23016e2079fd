import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, type Position } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analyses } from '../../server/src/lsp/documents';
import { documentHandler } from '../../server/src/lsp/handler';
import { positionsIn, type Positions } from '../../server/src/lsp/positions';
import { translated } from '../../server/src/lsp/positions/translated';
import type { Session } from '../../server/src/lsp/session';
import { environmentOf } from '../../server/src/language';

const URI = 'file:///w/.dstack.yml';

test('a request is about the text of its receipt, and its answer about that of its own time', async () => {
  const document = TextDocument.create(URI, 'dstack', 1, 'é: 漢');
  const documents = { get: (uri: string) => (uri === URI ? document : undefined) };
  const session = {
    documents,
    analyses: new Analyses(() => environmentOf()),
    failures: { tellOf: () => undefined },
    files: {},
  } as unknown as Session;
  const positions: Positions = positionsIn('utf-8', () => session);
  const given: Position[] = [];
  const handler = documentHandler(
    { ...session, positions },
    'textDocument/hover',
    ({ source }, { position }: { textDocument: { uri: string }; position: Position }) => {
      given.push(position);
      return { line: 0, character: source.text.length };
    },
    null,
  );
  const answer = handler(
    { textDocument: { uri: URI }, position: { line: 0, character: 7 } },
    new CancellationTokenSource().token,
  );
  TextDocument.update(document, [{ text: '漢字漢字' }], 2);
  assert.deepEqual(await answer, { line: 0, character: 12 });
  assert.deepEqual(given, [{ line: 0, character: 4 }]);
});

/** Files with as many characters before each place as their names have. */
const wider = (uri: string, { line, character }: Position) => ({
  line,
  character: character + uri.length,
});

const AT = { line: 1, character: 0 };

const at = (character: number) => ({ line: 1, character });

test('a position is in the file whose URI is nearest', () => {
  const parts = {
    position: AT,
    location: { uri: 'bb', range: { start: AT, end: AT } },
    link: { targetUri: 'bb', targetRange: [AT], originSelectionRange: [AT] },
    edit: { changes: { bb: [AT], ccc: [AT] } },
    document: { textDocument: { uri: 'bb', version: 1 }, edits: [AT] },
    nested: { uri: 'bb', command: { arguments: ['x', AT, [{ uri: 'ccc', at: AT }]] } },
    data: AT,
  };
  assert.deepEqual(translated(parts, 'a', wider), {
    position: at(1),
    location: { uri: 'bb', range: { start: at(2), end: at(2) } },
    link: { targetUri: 'bb', targetRange: [at(2)], originSelectionRange: [at(1)] },
    edit: { changes: { bb: [at(2)], ccc: [at(3)] } },
    document: { textDocument: { uri: 'bb', version: 1 }, edits: [at(2)] },
    nested: { uri: 'bb', command: { arguments: ['x', at(2), [{ uri: 'ccc', at: at(3) }]] } },
    data: AT,
  });
});

test('what has no other positions is not copied, and nothing is changed', () => {
  const part = Object.freeze({
    same: Object.freeze([at(1), null, 'x', 5]),
    other: Object.freeze([at(2)]),
  });
  const copy = translated(part, '', (_, position) => (position.character === 2 ? at(9) : position));
  assert.equal(copy.same, part.same);
  assert.deepEqual(copy.other, [at(9)]);
  assert.deepEqual(part.other, [at(2)]);
  assert.equal(
    translated(part, '', (_, position) => position),
    part,
  );
});
