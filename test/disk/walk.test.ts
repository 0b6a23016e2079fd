import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  HoverRequest,
  type CompletionList,
  type Hover,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { DISK } from '../../server/src/disk/node-files';
import { Ignored } from '../../server/src/disk/ignored';
import { dstackFiles } from '../../server/src/disk/walk';
import { TestClient } from '../support/server/client';
import { cursorIn } from '../support/check/cursor';
import { yaml } from '../support/yaml';

const FILES: Readonly<Record<string, string>> = {
  'fleet.dstack.yml': yaml`
    type: fleet
    name: gpu
    nodes: 0..4
    resources:
      gpu: H100
  `,
  'infra/.dstack.yml': yaml`
    type: volume
    name: data
    backend: aws
    region: us-east-1
    size: 1TB
  `,
  'infra/gateway.dstack.yaml': yaml`
    type: gateway
    name: main
    backend: aws
    region: us-east-1
  `,
  '.dstack/profiles.yml': 'profiles:\n  - name: spot\n',
  '.gitignore': 'build/\n*.tmp.dstack.yml\n!keep.tmp.dstack.yml\n',
  'build/x.dstack.yml': yaml`
    type: fleet
    name: built
    nodes: 1
  `,
  'a.tmp.dstack.yml': yaml`
    type: fleet
    name: tmp
    nodes: 1
  `,
  'keep.tmp.dstack.yml': yaml`
    type: fleet
    name: kept
    nodes: 1
  `,
  'sub/.gitignore': '*.dstack.yml\n',
  'sub/y.dstack.yml': yaml`
    type: fleet
    name: sub
    nodes: 1
  `,
  'node_modules/z.dstack.yml': yaml`
    type: fleet
    name: module
    nodes: 1
  `,
  'other.yml': yaml`
    type: fleet
    name: other
    nodes: 1
  `,
  'prompts/serve.md': 'x',
  'prompts/deep/more.md': 'x',
  'train.py': 'x',
};

let root = '';
let client: TestClient;
const uriOf = (path: string) => pathToFileURL(join(root, path)).href;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'dstack-workspace-'));
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  client = await TestClient.start({ workspace: { workspaceFolders: true } }, undefined, root);
});

after(() => {
  client.dispose();
  rmSync(root, { recursive: true });
});

let opened = 0;

/** Opens a text with its cursor as a file of the workspace. */
async function at(marked: string) {
  const { text, offset } = cursorIn(marked);
  const uri = uriOf(`open${String(++opened)}.dstack.yml`);
  await client.open(uri, text);
  const lines = text.slice(0, offset).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { textDocument: { uri }, position };
}

async function labels(marked: string): Promise<string[]> {
  const answer = (await client.connection.sendRequest(
    CompletionRequest.type,
    await at(marked),
  )) as CompletionList | null;
  return answer?.items.map(({ label }) => label) ?? [];
}

/** Asks until the workspace has been read so far that the answer fits. */
async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await ask();
    if (fits(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return ask();
}

test('dstack files are found where Git does not ignore them', async () => {
  const found: string[] = [];
  symlinkSync(root, join(root, 'loop'));
  for await (const path of dstackFiles(DISK, root)) found.push(path.slice(root.length + 1));
  rmSync(join(root, 'loop'));
  assert.deepEqual(found.sort(), [
    '.dstack/profiles.yml',
    'fleet.dstack.yml',
    'infra/.dstack.yml',
    'infra/gateway.dstack.yaml',
    'keep.tmp.dstack.yml',
  ]);
  assert.equal(Ignored.above(DISK, root).has('/x/node_modules', 'node_modules', true), true);
});

const TASK = 'type: task\ncommands: [ls]\n';

test('names that other files define are offered where they are allowed', async () => {
  const fleets = await eventually(
    () => labels(`${TASK}fleets:\n  - $0\n`),
    (found) => found.includes('gpu') && found.includes('kept'),
  );
  assert.deepEqual(
    fleets.filter((one) => ['built', 'tmp', 'sub', 'module', 'other'].includes(one)),
    [],
  );
  assert.ok((await labels(`${TASK}fleets: [$0]\n`)).includes('gpu'));
  assert.ok((await labels(`${TASK}volumes:\n  - $0\n`)).includes('data:/data'));
  assert.ok((await labels(`${TASK}volumes:\n  - name: $0\n    path: /x\n`)).includes('data'));
  assert.ok(
    (
      await labels(yaml`
        type: service
        port: 80
        gateway: $0
      `)
    ).includes('main'),
  );
  assert.ok(!(await labels(`${TASK}name: $0\n`)).includes('gpu'));
});

test('files and folders are offered part by part, and nothing outside the workspace', async () => {
  const files = await labels(`${TASK}files:\n  - $0\n`);
  assert.ok(files.includes('train.py') && files.includes('prompts/'), files.join());
  assert.deepEqual(
    (await labels(`${TASK}files:\n  - prompts/$0\n`)).filter((one) => one.startsWith('prompts/')),
    // dstack accepts the folder as it is, so that Enter must not add to it.
    ['prompts/', 'prompts/deep/', 'prompts/serve.md'],
  );
  assert.ok(!(await labels(`${TASK}repos:\n  - $0\n`)).includes('train.py'));
  assert.ok(
    (
      await labels(yaml`
        type: preset
        prompt:
          path: $0
      `)
    ).includes('prompts/'),
  );
  for (const outside of ['../', '/', '~/', 'prompts/../../']) {
    const offered = await labels(`${TASK}files:\n  - ${outside}$0\n`);
    assert.deepEqual(
      offered.filter((one) => one.startsWith(outside) && one !== outside && one !== '~/.netrc'),
      [],
      outside,
    );
  }
});

test('hover on a name shows what defines it', async () => {
  const answer: Hover | null = await client.connection.sendRequest(
    HoverRequest.type,
    await at(`${TASK}fleets: [gp$0u]\n`),
  );
  const { value } = answer?.contents as MarkupContent;
  assert.match(
    value,
    /Defined in \[`fleet\.dstack\.yml`\]\(file:\/\/\/[^)]*\/fleet\.dstack\.yml#L2\):\n\n```yaml\ntype: fleet\nname: gpu\nnodes: 0\.\.4/,
  );
});

test('a file that changes on the disk is read again, alone', async () => {
  write(
    'fleet.dstack.yml',
    yaml`
      type: fleet
      name: gpu-two
      nodes: 1
    `,
  );
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf('fleet.dstack.yml'), type: FileChangeType.Changed }],
  });
  const offered = await eventually(
    () => labels(`${TASK}fleets: [$0]\n`),
    (found) => found.includes('gpu-two'),
  );
  assert.ok(!offered.includes('gpu'));
});

test('an open document counts as it is, and its file once it is closed', async () => {
  const uri = uriOf('keep.tmp.dstack.yml');
  await client.open(
    uri,
    yaml`
      type: fleet
      name: typed
      nodes: 1
    `,
  );
  const offered = await labels(`${TASK}fleets: [$0]\n`);
  assert.ok(offered.includes('typed') && !offered.includes('kept'), offered.join());
  await client.close(uri);
  await eventually(
    () => labels(`${TASK}fleets: [$0]\n`),
    (found) => found.includes('kept'),
  );
});

test('variables that are used or declared elsewhere are offered', async () => {
  const offered = await labels(
    yaml`
      type: task
      env:
        - $0
      commands:
        - echo $MY_KEY $DSTACK_NODE_RANK $HOME
    `,
  );
  assert.equal(offered[0], 'MY_KEY');
  assert.ok(offered.includes('HF_TOKEN'));
  assert.ok(!offered.includes('HOME') && !offered.includes('DSTACK_NODE_RANK'));
});
