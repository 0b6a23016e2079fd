import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CancellationTokenSource,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { unitsOf } from '../../../server/src/lsp/positions/encoding';
import { textSync } from '../../../server/src/lsp/text-sync';
import { TestClient } from '../../../test/support/server/client';
import { Random } from '../../../test/support/generate/random';
import { changed, randomChange } from '../changes';
import { holds } from '../target';

const EDITED = 'file:///w/edited.dstack.yml';
const FRESH = 'file:///w/fresh.dstack.yml';
const MOST_STEPS = 8;

const SAME = 'edited is as opened';

/** Fixes are tried for 400 ms; on a busy machine, one of two answers may have fewer. A second time is no accident. */
const CUT_BY_TIME = `${SAME}: codeAction`;

/** One server for all runs, as in an editor. */
let running: Promise<Server> | undefined;

interface Server {
  readonly client: TestClient;
  /** Errors in the server's log. */
  readonly log: string[];
  version: number;
}

/** A text that is edited through the server, by changes that follow from it. */
export async function edits(text: string): Promise<void> {
  const random = new Random(hashOf(text));
  let current = text;
  const steps = Array.from({ length: 1 + random.below(MOST_STEPS) }, () =>
    Array.from({ length: 1 + random.below(3) }, () => {
      const change = randomChange(current, random);
      current = changed(current, change);
      return change;
    }),
  );
  await checkSteps(text, steps, random).catch(async (error: unknown) => {
    if (!String(error).includes(CUT_BY_TIME)) throw error;
    await checkSteps(text, steps, random);
  });
}

/**
 * Changes arrive as they were made, requests in between are answered whether they are cancelled or outdated, and
 * afterwards everything is as for a document that was just opened with that text. A step is what is sent at once.
 */
export async function checkSteps(
  text: string,
  steps: readonly (readonly TextDocumentContentChangeEvent[])[],
  random: Random,
): Promise<void> {
  running ??= startServer();
  const { client, log } = await running;
  const answers: Promise<unknown>[] = [];
  const interrupt = () => answers.push(outdated(client, random));
  try {
    const current = await editInSteps(await running, text, steps, () => {
      if (random.chance(0.5)) interrupt();
    });
    const edited = await allOf(client, EDITED);
    // Both at the same time would define the same names.
    await client.close(EDITED);
    await client.open(FRESH, current);
    const fresh = await allOf(client, FRESH);
    for (const request of Object.keys(fresh)) {
      const isSame = edited[request] === fresh[request];
      holds(isSame, `${SAME}: ${request}`, () => [edited[request], fresh[request]]);
    }
  } finally {
    interrupt();
    await Promise.all([EDITED, FRESH].map((uri) => client.close(uri)));
    await Promise.allSettled(answers);
  }
  await Promise.all(answers);
  holds(log.length === 0, 'the server logs no error', () => log.splice(0).join('\n'));
}

/** Opens a text and changes it; returns the result. */
async function editInSteps(
  server: Server,
  text: string,
  steps: Parameters<typeof checkSteps>[1],
  afterStep: () => void,
): Promise<string> {
  let current = text;
  await server.client.open(EDITED, text);
  for (const contentChanges of steps) {
    for (const change of contentChanges) {
      const next = changed(current, change);
      checkSync(current, change, next);
      current = next;
    }
    await server.client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: EDITED, version: ++server.version },
      contentChanges,
    });
    afterStep();
  }
  return current;
}

/** Ends the server, so the process can end. */
export async function endServer(): Promise<void> {
  (await running)?.client.dispose();
  running = undefined;
}

async function startServer(): Promise<Server> {
  const client = await TestClient.start({ textDocument: { diagnostic: {} } });
  const log: string[] = [];
  client.connection.onNotification('window/logMessage', (params) => {
    const { type, message } = params as { readonly type: number; readonly message: string };
    if (type === 1) log.push(message);
  });
  return { client, log, version: 1 };
}

/** The server's store of documents makes a change as LSP says. */
function checkSync(text: string, change: TextDocumentContentChangeEvent, next: string): void {
  const document = TextDocument.create(EDITED, 'dstack', 1, text);
  // If its table of lines exists, it is changed with the text rather than made again.
  document.positionAt(text.length);
  const updated = textSync(unitsOf('utf-16')).update(document, [change], 2);
  holds(updated.getText() === next, 'incremental sync is full sync', () => [text, change]);
  const again = TextDocument.create(EDITED, 'dstack', 1, next);
  const [line, other] = [updated, again].map(({ lineCount }) => lineCount);
  holds(line === other, 'incremental sync keeps the lines', () => [text, change]);
}

/** Every request whose answer depends on the text alone, as JSON without the names of the files. */
async function allOf({ connection }: TestClient, uri: string): Promise<Record<string, string>> {
  const all = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
  const positions = [
    { line: 0, character: 3 },
    { line: 1, character: 2 },
    { line: 2, character: 1e6 },
    { line: 1e6, character: 0 },
  ];
  const requests: Readonly<Record<string, object>> = {
    diagnostic: {},
    formatting: { options: { tabSize: 2, insertSpaces: true } },
    documentSymbol: {},
    foldingRange: {},
    documentLink: {},
    'semanticTokens/full': {},
    inlayHint: { range: all },
    selectionRange: { positions },
    completion: { position: positions[1] },
    definition: { position: positions[2] },
    codeAction: { range: all, context: { diagnostics: [] } },
  };
  const answers = await Promise.all(
    Object.entries(requests).map(async ([name, params]) => {
      const answer: unknown = await connection.sendRequest(`textDocument/${name}`, {
        textDocument: { uri },
        ...params,
      });
      const json = JSON.stringify(answer)
        .replaceAll(uri, '')
        .replace(/"version":\d+|"resultId":"\d+"/g, '');
      return [name, json] as const;
    }),
  );
  return Object.fromEntries(answers);
}

/** A request whose answer is no longer needed: the next change follows at once, and some are cancelled. */
async function outdated({ connection }: TestClient, random: Random): Promise<void> {
  const source = new CancellationTokenSource();
  const position = { line: random.below(12), character: random.below(30) };
  const answer = connection.sendRequest(
    `textDocument/${random.pick(['completion', 'hover', 'documentSymbol', 'diagnostic', 'rename'])}`,
    { textDocument: { uri: random.pick([EDITED, FRESH]) }, position, newName: 'renamed' },
    source.token,
  );
  if (random.chance(0.5)) source.cancel();
  try {
    await answer;
  } catch (error) {
    const { code } = error as { readonly code?: number };
    holds([-32800, -32801, -32803].includes(code ?? 0), 'a request is answered', () =>
      String(error),
    );
  } finally {
    source.dispose();
  }
}

function hashOf(text: string): number {
  let hash = 5381;
  for (let index = 0; index < text.length; index++)
    hash = (Math.imul(hash, 33) ^ text.charCodeAt(index)) | 0;
  return hash;
}
