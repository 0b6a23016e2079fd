import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ErrorCodes } from 'vscode-languageserver-protocol';
import { MESSAGE_SHAPES } from '../../server/src/lsp/transport/message-shapes';
import { ALL_REQUESTS } from '../support/server/requests';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';

const skip = NOT_BUILT;
const uri = 'file:///work/.dstack.yml';
const TASK = 'type: task\ncommands: [ls]\n';
const position = { line: 0, character: 1 };
const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
const PULL = { textDocument: { diagnostic: {} } };
const hover = ['textDocument/hover', { textDocument: { uri }, position }] as const;
const workspaceDiagnostic = ['workspace/diagnostic', () => ({ previousResultIds: [] })] as const;
const REQUESTS = [...ALL_REQUESTS, workspaceDiagnostic];

async function started(context: TestContext) {
  const server = await ServerProcess.start(PULL);
  context.after(() => server.stop());
  server.open(uri, TASK);
  return server;
}

/** Whether the text of the document is what follows, as the server sees it. */
async function textOf(server: ServerProcess): Promise<string> {
  return JSON.stringify((await server.request('dstack/asRead', { textDocument: { uri } })).result);
}

test('every request has a shape that accepts what clients send', () => {
  for (const [method, params] of REQUESTS) {
    const given = params({ uri, position, range });
    if (Object.keys(given).length === 0) continue;
    const shape = MESSAGE_SHAPES.get(method);
    assert.ok(shape, method);
    assert.equal(shape(given), undefined, method);
  }
});

/** Parameters of `initialize` beside the usual ones; refused ones take the place of all. */
const ODD: Readonly<Record<string, object>> = {
  'a folder that is null': { workspaceFolders: [null] },
  'folders that are a number': { workspaceFolders: 5 },
  'folders of all kinds': {
    workspaceFolders: [5, {}, [], { uri: 5 }, { uri: '' }, { uri: 'file:///%' }, { uri: 'file:' }],
  },
  'a folder with half a million folders above it': {
    workspaceFolders: [{ uri: `file:///${'a/'.repeat(500_000)}` }],
  },
  'a root with half a million folders above it': { rootUri: `file:///${'a/'.repeat(500_000)}` },
  'a root that is an object': { rootUri: {}, rootPath: {} },
  'options that are a text': { initializationOptions: 'x' },
  'options that are of other types': { initializationOptions: { commands: {}, status: 'x' } },
  'a process that is a text': { processId: 'x', trace: 5, locale: {}, workDoneToken: {} },
};

for (const [what, more] of Object.entries(ODD)) {
  test(`initialize with ${what}: it is served all the same`, { skip }, async (context) => {
    const server = ServerProcess.spawn();
    context.after(() => server.stop());
    assert.ok((await server.initialize(PULL, more)).result);
    server.open(uri, TASK);
    assert.ok((await server.request(...hover)).result);
    assert.deepEqual(server.log, []);
  });
}

test('a wrong `initialize` is refused, a right one taken after it, a second one refused', { skip }, async (context) => {
  const server = ServerProcess.spawn();
  context.after(() => server.stop());
  for (const params of [undefined, null, 5, 'x', {}, { capabilities: null }, { capabilities: 5 }])
    assert.equal(
      (await server.request('initialize', params)).error?.code,
      ErrorCodes.InvalidParams,
      JSON.stringify(params),
    );
  assert.ok((await server.initialize(PULL)).result);
  server.open(uri, TASK);
  const again = await server.request('initialize', { capabilities: {} });
  assert.equal(again.error?.code, ErrorCodes.InvalidRequest);
  assert.match(await textOf(server), /commands/);
});

test('a change with the same version, or a lower one, is taken', { skip }, async (context) => {
  const server = await started(context);
  for (const [index, version] of [1, 1, 0, -5, 1].entries()) {
    const text = `type: fleet\nname: n${String(index)}\n`;
    const textDocument = { uri, version };
    server.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    assert.match(await textOf(server), new RegExp(`n${String(index)}`));
    const { result } = await server.request('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.match(JSON.stringify(result), new RegExp(`n${String(index)}`));
  }
});

test('a change whose range is null is the whole text', { skip }, async (context) => {
  const server = await started(context);
  const contentChanges = [{ range: null, text: 'type: fleet\nname: whole\n' }];
  server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  assert.match(await textOf(server), /whole/);
});

/** Values that are too much, or too deep, or of another type, for each field that a request can have. */
const MUCH: readonly unknown[] = [
  Array.from({ length: 1_000_000 }, () => 0),
  Array.from({ length: 100_001 }, () => ({ ...position, uri, value: 'x' })),
  'x'.repeat(1_000_000),
  deep(2000),
  { length: 1e9 },
  [null, 5, {}, []],
];

function deep(depth: number): object {
  let value = {};
  for (let left = depth; left > 0; left--) value = { start: value, line: value, uri: value };
  return { start: value };
}

/** The fields that are looked at. */
const FIELDS = 'textDocument position positions range newName query files previousResultIds'.split(
  ' ',
);

/** Milliseconds that the check may take beyond what reading the message does, on a busy machine. */
const BOUND = 3000;

for (const [index, value] of MUCH.slice(0, 3).entries()) {
  test(`too much for every request, ${String(index)}: it is refused at once`, { skip }, async (context) => {
    const server = await started(context);
    for (const [method, params] of REQUESTS) {
      const right = params({ uri, position, range });
      for (const field of FIELDS.filter((name) => name in right)) {
        const { error, milliseconds } = await server.request(method, { ...right, [field]: value });
        assert.equal(error?.code, ErrorCodes.InvalidParams, `${method} ${field}`);
        assert.ok(error.message.length < 200);
        assert.ok(milliseconds < BOUND, `${method} ${field} ${milliseconds.toFixed(0)} ms`);
      }
    }
    assert.ok((await server.request(...hover)).result);
    assert.deepEqual(server.log, []);
  });
}

test('too much of a field is refused before its items are looked at', () => {
  for (const [method, params] of REQUESTS) {
    const right = params({ uri, position, range });
    for (const field of FIELDS.filter((name) => name in right))
      for (const value of MUCH) {
        const start = performance.now();
        MESSAGE_SHAPES.get(method)?.({ ...right, [field]: value });
        assert.ok(performance.now() - start < 200, `${method} ${field}`);
      }
  }
});

const SECRET = 'hunter2-secret';

test('anything but a message is dropped, logged once, and not quoted', { skip }, async (context) => {
  const server = await started(context);
  const textDocument = { uri, text: SECRET, version: 2, languageId: 'dstack' };
  for (const id of [null, true, {}, [], [SECRET], { a: SECRET }])
    server.send({ id, method: 'textDocument/didOpen', params: { textDocument } });
  for (const body of [{}, { method: 5, params: SECRET }, { id: 5 }, { id: SECRET }, { error: 5 }])
    server.send(body);
  for (const body of ['5', 'null', '[]', `"${SECRET}"`, `[{"a":"${SECRET}"}]`])
    server.write(`Content-Length: ${String(body.length)}\r\n\r\n${body}`);
  for (const id of ['', 'x', 0, -1, 1.5, 1e300]) server.send({ id, method: hover[0], params: {} });
  assert.match(await textOf(server), /commands/);
  assert.doesNotMatch(JSON.stringify(server.notifications), new RegExp(SECRET));
  assert.ok(server.log.length <= 2, server.log.join('\n'));
});

/** Notifications that no client sends but one with a mistake. */
const WRONG: readonly (readonly [method: string, params: unknown])[] = [
  ['textDocument/didOpen', { textDocument: { uri, version: 1, text: [SECRET] } }],
  ['textDocument/didOpen', { textDocument: { uri, version: 1 } }],
  ['textDocument/didOpen', null],
  ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: SECRET }],
  ['textDocument/didChange', { textDocument: { uri, version: null }, contentChanges: [] }],
  ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [null, 5] }],
  ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 5 }] }],
  [
    'textDocument/didChange',
    {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: SECRET, range: { start: 5, end: null } }],
    },
  ],
  ['textDocument/didClose', { textDocument: null }],
  ['workspace/didChangeWatchedFiles', { changes: 'x'.repeat(1_000_000) }],
  ['workspace/didChangeWorkspaceFolders', { event: null }],
  ['workspace/didRenameFiles', { files: [null] }],
  ['dstack/lineLeft', { textDocument: { uri: {} } }],
  ['$/setTrace', null],
  ['$/cancelRequest', { id: {} }],
  ['__proto__', {}],
  ['constructor', SECRET],
];

test('a wrong notification is dropped, logged once, and not quoted', { skip }, async (context) => {
  const server = await started(context);
  let errors = '';
  server.child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  for (let times = 0; times < 3; times++)
    for (const [method, params] of WRONG) server.notify(method, params);
  assert.match(await textOf(server), /commands/);
  assert.doesNotMatch(JSON.stringify(server.notifications), new RegExp(SECRET));
  assert.equal(new Set(server.log).size, server.log.length);
  assert.ok(server.log.every((line) => line.startsWith('The parameters of ')));
  assert.equal(errors, '');
});

test('a request without a handler is rejected by name', { skip }, async (context) => {
  const server = await started(context);
  for (const method of ['nothing', '__proto__', 'constructor', '$/x', 'textDocument/nothing', ''])
    assert.equal((await server.request(method, {})).error?.code, ErrorCodes.MethodNotFound, method);
});
