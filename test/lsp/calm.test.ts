import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  CodeActionRequest,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type ClientCapabilities,
  type Position,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';

const TASK = 'type: task\ncommands: [ls]\n';
const PUSH: ClientCapabilities = {};
const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** The clients of all tests: one for each way of delivery. */
const clients = new Map<ClientCapabilities, TestClient>();
// The server's timers keep no process alive, and streams in memory do not either.
let alive: NodeJS.Timeout;

before(() => {
  alive = setInterval(() => undefined, 1000);
});

after(() => {
  clearInterval(alive);
  for (const client of clients.values()) client.dispose();
});

async function clientWith(capabilities: ClientCapabilities): Promise<TestClient> {
  const known = clients.get(capabilities);
  if (known) return known;
  const client = await TestClient.start(capabilities);
  clients.set(capabilities, client);
  return client;
}

let documents = 0;

/** A client with a document open, and what it does with it. */
class Typist {
  private version = 1;
  readonly uri = `file:///work/${String(++documents)}.dstack.yml`;
  private constructor(readonly client: TestClient) {}

  /** Opens a new document; with push its first problems have arrived. */
  static async open(capabilities: ClientCapabilities, text: string): Promise<Typist> {
    const typist = new Typist(await clientWith(capabilities));
    const opened = capabilities === PUSH ? typist.published() : undefined;
    await typist.client.open(typist.uri, text);
    await opened;
    return typist;
  }

  change(...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges,
    });
  }

  /** Types at a position. */
  type(line: number, character: number, text: string): Promise<void> {
    return this.change(inserted(line, character, text));
  }

  leaveLine(): Promise<void> {
    return this.client.connection.sendNotification('dstack/lineLeft', {
      textDocument: { uri: this.uri },
    });
  }

  /** The codes of what is published next for the newest version. */
  async published(): Promise<unknown[]> {
    for (;;) {
      const { uri, version, diagnostics } = await this.client.nextPublished();
      if (uri === this.uri && version === this.version) return diagnostics.map(({ code }) => code);
    }
  }

  /** The codes that are published for the newest version when there are any: settings that arrive publish once more. */
  async told(): Promise<unknown[]> {
    let codes: unknown[] = [];
    while (codes.length === 0) codes = await this.published();
    return codes;
  }

  /** The answer to a pull: its result id, and its codes unless it is unchanged. */
  async pull(previousResultId?: string): Promise<{ id: string; codes?: unknown[] }> {
    const report = await this.client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
    const id = report.resultId ?? '';
    return report.kind === DocumentDiagnosticReportKind.Unchanged
      ? { id }
      : { id, codes: report.items.map(({ code }) => code) };
  }

  /** The answer to the first pull that gives any codes, asking when the server says so. */
  async toldWhenRefreshed(previousResultId: string): Promise<{ id: string; codes?: unknown[] }> {
    for (;;) {
      await new Promise<void>((resolve) => {
        this.client.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
      });
      const answer = await this.pull(previousResultId);
      if (answer.codes?.length) return answer;
    }
  }
}

function inserted(line: number, character: number, text: string): TextDocumentContentChangeEvent {
  const at: Position = { line, character };
  return { range: { start: at, end: at }, text };
}

test('push: problems of unfinished text are reported after a pause', async () => {
  const typist = await Typist.open(PUSH, TASK);
  const first = typist.published();
  await typist.type(2, 0, 'n');
  assert.deepEqual(await first, []);
  const second = typist.published();
  await typist.type(2, 1, 'a');
  assert.deepEqual(await second, []);
  assert.deepEqual(await typist.told(), ['yaml-syntax']);
});

test('push: a client that sends whole texts types as well', async () => {
  const typist = await Typist.open(PUSH, TASK);
  const published = typist.published();
  await typist.change({ text: `${TASK}na` });
  assert.deepEqual(await published, []);
  assert.deepEqual(await typist.told(), ['yaml-syntax']);
});

test('push: the problems of a line are reported when another line changes', async () => {
  const typist = await Typist.open(PUSH, TASK);
  const typed = typist.published();
  await typist.type(2, 0, 'env:');
  assert.deepEqual(await typed, []);
  const entered = typist.published();
  await typist.type(2, 4, '\n  ');
  assert.deepEqual(await entered, ['empty-value']);
});

test('push: problems that remain are reported at once', async () => {
  const typist = await Typist.open(PUSH, `${TASK}name: `);
  const published = typist.published();
  await typist.type(2, 6, 'My');
  assert.deepEqual(await published, ['resource-name']);
});

/** Changes that nobody types, and which hold nothing back. */
const OTHER_CHANGES: Readonly<Record<string, readonly TextDocumentContentChangeEvent[]>> = {
  'a paste of lines': [inserted(2, 0, 'name: run\nna')],
  'a long paste': [inserted(2, 0, 'na'.repeat(30))],
  'two cursors': [inserted(2, 0, 'na'), inserted(0, 10, ' ')],
};

for (const [name, changes] of Object.entries(OTHER_CHANGES)) {
  test(`push: ${name} holds nothing back`, async () => {
    const typist = await Typist.open(PUSH, TASK);
    const published = typist.published();
    await typist.change(...changes);
    assert.deepEqual(await published, ['yaml-syntax']);
  });
}

test('push: opening holds nothing back', async () => {
  const client = await clientWith(PUSH);
  const opened = client.nextPublished();
  await client.open('file:///work/opened.dstack.yml', `${TASK}na`);
  assert.equal((await opened).diagnostics.length, 1);
});

test('pull: problems of unfinished text are reported after a pause, with another result id', async () => {
  const typist = await Typist.open(PULL, TASK);
  const before = await typist.pull();
  assert.deepEqual(before.codes, []);
  await typist.type(2, 0, 'na');
  const typing = await typist.pull(before.id);
  assert.deepEqual(typing.codes, []);
  const rested = await typist.toldWhenRefreshed(typing.id);
  assert.deepEqual(rested.codes, ['yaml-syntax']);
  assert.equal((await typist.pull(rested.id)).codes, undefined);
});

test('pull: they are reported when the cursor leaves the line', async () => {
  const typist = await Typist.open(PULL, TASK);
  await typist.type(2, 0, 'na');
  const typing = await typist.pull();
  assert.deepEqual(typing.codes, []);
  await typist.leaveLine();
  assert.deepEqual((await typist.pull(typing.id)).codes, ['yaml-syntax']);
});

test('pull: a client that cannot be asked to request again gets them at once', async () => {
  const typist = await Typist.open({ textDocument: { diagnostic: {} } }, TASK);
  await typist.type(2, 0, 'na');
  assert.deepEqual((await typist.pull()).codes, ['yaml-syntax']);
});

test('fixes of held-back problems are offered', async () => {
  const typist = await Typist.open(PUSH, `${TASK}spot_policy: `);
  const published = typist.published();
  await typist.type(2, 13, 'on-deman');
  assert.deepEqual(await published, []);
  const at = { line: 2, character: 15 };
  const actions = await typist.client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: typist.uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  assert.ok(
    actions?.some(({ title }) => title.includes('on-demand')),
    JSON.stringify(actions),
  );
});

test('closing ends the wait: nothing is reported for a closed document', async () => {
  const typist = await Typist.open(PUSH, TASK);
  const { client, uri } = typist;
  const ofDocument = () => client.published.filter((one) => one.uri === uri);
  await typist.type(2, 0, 'na');
  await client.close(uri);
  await new Promise((resolve) => setTimeout(resolve, 900));
  assert.deepEqual(ofDocument().at(-1), { uri, diagnostics: [] });
  assert.ok(ofDocument().every(({ diagnostics }) => diagnostics.length === 0));
});
