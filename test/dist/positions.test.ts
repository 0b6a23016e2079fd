import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import type { Position, Range } from 'vscode-languageserver-types';
import { MESSAGE_SHAPES } from '../../server/src/lsp/transport/message-shapes';
import { ALL_CAPABILITIES } from '../support/server/capabilities';
import { eventually } from '../support/server/eventually';
import { ALL_REQUESTS, REQUESTS, type Place } from '../support/server/requests';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';
import { Twins } from '../support/server/twins';
import { yaml } from '../support/yaml';

/**
 * The same session by a client that counts in UTF-16 and by one that counts in UTF-8. The answers to the second are those
 * to the first, translated by a function that knows nothing of the server.
 */

/** Files with characters of two, three and four bytes, and combining ones, before, in and after the places of names. */
const FILES: Readonly<Record<string, string>> = {
  'gpu.dstack.yml': yaml`
    # é漢😀 é 👩‍👩‍👧
    {type: fleet, tags: {é漢: 😀}, name: gpu, nodes: 1, backends: [aws, é]} # 漢
  `,
  'same.dstack.yml': yaml`
    {"type": fleet, tags: {ключ: '漢字😀'}, name: gpu, nodes: 2}
  `,
  'data.dstack.yml': yaml`
    {type: volume, tags: {漢: 😀}, name: data, backend: aws, region: eu-west-1, size: 100GB}
  `,
  '.dstack/profiles.yml': yaml`
    profiles:
      - {env: [], name: prüf-漢, fleets: [gpu], default: true} # 😀
      - { name: second, max_price: é }
  `,
  'train.dstack.yml': yaml`
    # 😀 训练任务 — é
    type: task # é
    name: train
    env:
      - {漢: ü}
      - MODELÉ=漢字
      - NAME=😀é
      - OTHER
    python: '3.12' # 😀
    fleets: ["gpu", 'é', gpux, gpu] # 漢
    volumes: ["data:/é/漢😀", {name: data, path: /漢}]
    files: ["é漢.txt:/漢", "./train-é.py:/x", 'missing-漢.txt:/é']
    commands: ["echo '😀é' $NAME 漢 && echo $OTHER", &é "漢 $NAME", *é]
    resources: {  "gpu": A100:80GB:2, 'memory':  "24GB..é"}
    ports: ['8080:80', 漢]
    image:   "漢/é:😀"  # https://漢.example/é https://example.com/é/漢
    imäge: x
  `,
  'tidy.dstack.yml': yaml`
    type: task
    env:   {É: 漢,   B:  "é"}   # 😀
    commands:
        - echo "漢😀"   
        - ls    # é 
    resources: {gpu:  1,memory: 2GB..}  
  `,
  'misspelt.dstack.yml': '{type: task, env: {É: "漢😀"}, comands: ["é"], fleets: [gpu]}',
  'broken.dstack.yml': yaml`
    type: task
    name: '漢字
    env: [é: 漢😀, "x
    commands: {é
  `,
  'long.dstack.yml': yaml`
    type: task
    name: long
    env: {漢字: &a "é", NAME: *a}
    commands:
      - |
        # 漢字 $NAME
        echo "é😀" $NAME; NAME=漢; echo \${NAME}é
      - echo 😀 $NAME
    resources:
    gpu: 1
    fleets: [é, gpu]
    ---
    # é
    type: service
    name:  "漢字"
    port: 8000 # 😀
    commands: ["é", "漢"]
  `,
  'breaks.dstack.yml':
    '# é漢\rtype:   task # 漢\r\ncomands: ["é", "😀"]\rfleets: ["é", gpu]\n# 漢\u2028é\ncommands: [é]   ',
  'é漢.txt': '',
  'train-é.py': '',
};

/** Not open: only the index knows them. */
const CLOSED = ['same.dstack.yml', 'data.dstack.yml', '.dstack/profiles.yml'];

/** Those whose answers have no place in a line. Offsets in the label of a signature are always in UTF-16. */
const NO_PLACES = ['textDocument/signatureHelp', 'textDocument/foldingRange'];

const { textDocument, workspace } = ALL_CAPABILITIES;
const CAPABILITIES = { textDocument, workspace: { workspaceEdit: workspace.workspaceEdit } };

const folder = mkdtempSync(join(tmpdir(), 'dstack-positions-'));
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const textOf = (uri: string) =>
  Object.entries(FILES).find(([name]) => uriOf(name) === uri)?.[1];
const OPEN = Object.keys(FILES).filter((name) => /\.yml$/.test(name) && !CLOSED.includes(name));

let twins: Twins;

before(async () => {
  if (NOT_BUILT) return;
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  twins = await Twins.start(CAPABILITIES, pathToFileURL(folder).href, textOf);
  for (const name of OPEN) twins.openIn(uriOf(name), FILES[name] ?? '');
});

after(async () => {
  if (!NOT_BUILT) await twins.stop();
  rmSync(folder, { recursive: true });
});

/** Places before and after the characters beyond ASCII, between words, and after the ends of lines. */
function positionsIn(text: string): Position[] {
  return text.split(/\r\n|\n|\r/).flatMap((own, line) => {
    const edges = [...own.matchAll(/(?<=[^\0-\x7f])|(?=[^\0-\x7f])|\b/gu)].map(({ index }) => index);
    const some = edges.filter((_, index) => edges.length < 12 || index % 2 === line % 2);
    return [...some, own.length, own.length + 7].map((character) => ({ line, character }));
  });
}

/** The places of a file, each with the range to the next. */
function placesIn(name: string): Place[] {
  const positions = positionsIn(FILES[name] ?? '');
  return positions.map((position, index) => {
    const range = { start: position, end: positions[index + 1] ?? position };
    return { uri: uriOf(name), position, range };
  });
}

test('the encoding is the first of those of the client that the server has', { skip: NOT_BUILT }, async () => {
  const rows: readonly (readonly [unknown, string])[] = [
    [undefined, 'utf-16'],
    [['utf-16', 'utf-8'], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-32', 'utf-8'], 'utf-8'],
    [['utf-32'], 'utf-16'],
    [{ 0: 'utf-8' }, 'utf-16'],
  ];
  for (const [positionEncodings, expected] of rows) {
    const server = ServerProcess.spawn();
    const general = positionEncodings === undefined ? {} : { positionEncodings };
    const { result } = await server.initialize({ general } as object);
    await server.stop();
    const { positionEncoding } = (result as { capabilities: { positionEncoding: string } })
      .capabilities;
    assert.equal(positionEncoding, expected, JSON.stringify(positionEncodings));
  }
});

test('each provider that the server announces is compared below', { skip: NOT_BUILT }, async () => {
  const server = ServerProcess.spawn();
  const { result } = await server.initialize(CAPABILITIES as object);
  await server.stop();
  const { capabilities } = result as { readonly capabilities: object };
  const names = Object.keys(capabilities);
  const others = ['positionEncoding', 'textDocumentSync'];
  assert.deepEqual([...Object.keys(REQUESTS), ...others].sort(), names.sort());
});

/** Parameters of requests that `REQUESTS` has with others. */
const MORE: readonly (readonly [method: string, params: (place: Place) => object])[] = [
  ['textDocument/codeAction', ({ uri }) => actionsAt(uri, START, 'source.fixAll')],
  [
    'workspace/willRenameFiles',
    () => ({ files: [{ oldUri: uriOf('é漢.txt'), newUri: uriOf('ключ/漢😀.txt') }] }),
  ],
  ['textDocument/selectionRange', ({ uri, range: { start, end } }) => ({ textDocument: { uri }, positions: [start, end] })],
];

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function actionsAt(uri: string, range: Range, only: string): object {
  return { textDocument: { uri }, range, context: { diagnostics: [], only: [only] } };
}

const COMPARED = [...ALL_REQUESTS, ...MORE];

for (const method of new Set(COMPARED.map(([name]) => name))) {
  test(`${method} is the same in UTF-8`, { skip: NOT_BUILT }, async () => {
    const asked = new Set<string>();
    let differences = 0;
    for (const [, params] of COMPARED.filter(([name]) => name === method)) {
      for (const place of OPEN.flatMap(placesIn)) {
        const key = JSON.stringify(params(place));
        if (asked.has(key)) continue;
        asked.add(key);
        if (await twins.compare(method, params, place)) differences++;
      }
    }
    const hasPlaces = !method.startsWith('dstack/') && !NO_PLACES.includes(method);
    assert.equal(differences > 0, hasPlaces, `${String(differences)} answers differ`);
  });
}

test('workspace/diagnostic is the same in UTF-8', { skip: NOT_BUILT }, async () => {
  const params = { previousResultIds: [] };
  const answers = await Promise.all(
    [twins.utf16, twins.utf8].map((server) => server.request('workspace/diagnostic', params)),
  );
  const [one, other] = answers;
  const { items } = one?.result as { readonly items: readonly { readonly uri: string }[] };
  assert.deepEqual(items.map(({ uri }) => uri).sort(), CLOSED.map(uriOf).sort());
  assert.ok(twins.checkSame(one, other, '', 'workspace/diagnostic'), 'a place differs');
});

test('completionItem/resolve gives back the item of the client', { skip: NOT_BUILT }, async () => {
  const name = 'misspelt.dstack.yml';
  const position = { line: 0, character: (FILES[name] ?? '').indexOf('comands') + 3 };
  const place = { uri: uriOf(name), position, range: { start: position, end: position } };
  const at = ({ uri, position }: Place) => ({ textDocument: { uri }, position });
  const lists = await twins.ask('textDocument/completion', at, place);
  const resolved = [twins.utf16, twins.utf8].map((server, index) => {
    const { items } = lists[index]?.result as { readonly items: readonly { label: string }[] };
    return server.request(
      'completionItem/resolve',
      items.find(({ label }) => label === 'commands'),
    );
  });
  const [one, other] = await Promise.all(resolved);
  assert.match(JSON.stringify(one?.result), /"documentation":/);
  assert.ok(twins.checkSame(one, other, place.uri, 'completionItem/resolve'), 'a place differs');
});

test('problems that are sent without a request are the same', { skip: NOT_BUILT }, async () => {
  const pushing = await Twins.start({}, pathToFileURL(folder).href, textOf);
  try {
    let differences = 0;
    for (const name of OPEN) {
      pushing.openIn(uriOf(name), FILES[name] ?? '');
      const sent = [pushing.utf16, pushing.utf8].map((server) =>
        eventually(() => publishedBy(server, uriOf(name)), (params) => params !== undefined),
      );
      const [one, other] = await Promise.all(sent);
      assert.ok(one, name);
      if (pushing.checkSame(one, other, uriOf(name), name)) differences++;
    }
    assert.ok(differences > 3);
  } finally {
    await pushing.stop();
  }
});

/** The last problems that a server has sent of a document. */
function publishedBy({ notifications }: ServerProcess, uri: string): unknown {
  const sent = notifications.filter(
    ({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri,
  );
  return sent.at(-1)?.params;
}

/** What the server checks besides these requests: notifications, of which only changes have positions. */
const OTHERS = /^(?:initialize|\$.*|textDocument\/(?:did|will).*|workspace\/did.*|dstack\/(?:lineLeft|liveFacts))$/;

test('each request that is served is compared above', () => {
  const compared = COMPARED.map(([method]) => method);
  const alone = ['workspace/diagnostic', 'completionItem/resolve'];
  const served = [...MESSAGE_SHAPES.keys()].filter((method) => !OTHERS.test(method));
  assert.deepEqual(
    served.filter((method) => ![...compared, ...alone].includes(method)),
    [],
  );
});
