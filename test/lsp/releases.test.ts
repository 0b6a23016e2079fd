import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import type { ReleaseAnswer, UpgradeAnswer } from '../../server/src/language';
import { FACTS } from '../support/check/facts';
import { TestClient } from '../support/server/client';

const GROUPS = 'type: service\nport: 80\ngroups: [{replicas: 1, image: nginx}]\n';

interface Report {
  readonly resultId?: string;
  readonly items?: readonly unknown[];
}

/** What was answered: the result ids by file, and that of the whole workspace. */
interface Pulled {
  readonly ids: Readonly<Record<string, string | undefined>>;
  readonly all: string | undefined;
}

/** A client with a document in a folder that pins dstack 0.20.29, and the release that judges the document. */
async function withPin(
  options: object,
  check: (
    client: TestClient,
    uri: string,
    folder: string,
    release: () => Promise<string>,
  ) => Promise<void>,
  capabilities = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-releases-'));
  mkdirSync(join(folder, 'jobs'));
  writeFileSync(join(folder, 'requirements.txt'), 'dstack==0.20.29\n');
  const client = await TestClient.start(capabilities, {}, folder, options);
  const uri = pathToFileURL(join(folder, 'jobs', 'a.dstack.yml')).href;
  const release = async () => {
    const asked = { textDocument: { uri } };
    const answer = await client.connection.sendRequest<ReleaseAnswer>('dstack/release', asked);
    return `${answer.version} ${answer.where ?? answer.source}`;
  };
  try {
    await client.open(uri, GROUPS);
    await check(client, uri, folder, release);
  } finally {
    client.dispose();
    rmSync(folder, { recursive: true });
  }
}

test('the release comes from the pin of the project, from the server before it, and from a comment first', () =>
  withPin({}, async (client, uri, _folder, release) => {
    assert.equal(await release(), '0.20.29 requirements.txt');
    const facts = { ...FACTS, serverVersion: '0.21.5' };
    await client.connection.sendNotification('dstack/liveFacts', { facts });
    assert.equal(await release(), '0.21.5 connected server');
    await client.change(uri, 2, `# dstack: 0.19\n${GROUPS}`);
    assert.equal(await release(), '0.19.40 comment');
  }));

test('a changed pin is read again', () =>
  withPin({}, async (client, _uri, folder, release) => {
    assert.equal(await release(), '0.20.29 requirements.txt');
    const file = join(folder, 'requirements.txt');
    writeFileSync(file, 'dstack==0.21.5\n');
    const changes = [{ uri: pathToFileURL(file).href, type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.equal(await release(), '0.21.5 requirements.txt');
  }));

test('a client without settings names the release in its options', () =>
  withPin({ dstackVersion: '0.19.40' }, async (_client, _uri, _folder, release) => {
    assert.equal(await release(), '0.19.40 setting');
  }));

test('a file that does not exist yet is judged by the release of its place', () =>
  withPin({}, async (client, uri) => {
    const there = { textDocument: { uri: uri.replace('a.dstack', 'b.dstack') } };
    const answer = await client.connection.sendRequest<ReleaseAnswer>('dstack/release', there);
    assert.equal(answer.version, '0.20.29');
  }));

test('an upgrade is explained for files on disk, and for open ones as they are in the editor', () =>
  withPin({}, async (client, uri, folder) => {
    writeFileSync(join(folder, 'jobs', 'b.dstack.yml'), 'type: task\ncommands: [ls]\nsetup: [a]\n');
    await client.connection.sendRequest('dstack/checkWorkspace');
    await client.change(uri, 2, 'type: task\ncommands: [ls]\nenv: [A B]\n');
    const asked = { from: '0.20' };
    const answer = await client.connection.sendRequest<UpgradeAnswer>('dstack/upgrade', asked);
    const { report, ...numbers } = answer;
    assert.deepEqual(numbers, { from: '0.20.29', to: '0.22.5', files: 2, breaks: 1 });
    assert.match(report, /### `jobs\/a\.dstack\.yml`\n\n- \*\*Read differently until now/);
    assert.match(report, /### `jobs\/b\.dstack\.yml`\n\n- \*\*Deprecated\*\*, line 3/);
  }));

test('a default that the profile of the folder sets does not change', () =>
  withPin({}, async (client, uri, folder) => {
    await client.change(uri, 2, 'type: task\nimage: x\ncommands: [ls]\nworking_dir: /app\n');
    const asked = { from: '0.18.42', to: '0.18.43' };
    const report = async () => {
      await client.connection.sendRequest('dstack/checkWorkspace');
      return (await client.connection.sendRequest<UpgradeAnswer>('dstack/upgrade', asked)).report;
    };
    assert.match(await report(), /line 1: `max_duration` is not set/);
    mkdirSync(join(folder, '.dstack'));
    const profiles = 'profiles: [{name: p, default: true, max_duration: 1h}]\n';
    writeFileSync(join(folder, '.dstack', 'profiles.yml'), profiles);
    assert.doesNotMatch(await report(), /max_duration/);
  }));

test('an upgrade from something else than a release is an invalid request', () =>
  withPin({}, async (client) => {
    const asked = client.connection.sendRequest('dstack/upgrade', { from: 'old' });
    await assert.rejects(asked, /A release of dstack is needed, such as 0\.20\.29/);
  }));

test('problems that are asked for again follow the release', () =>
  withPin(
    {},
    async (client, uri, folder) => {
      const unopened = pathToFileURL(join(folder, 'jobs', 'b.dstack.yml')).href;
      writeFileSync(join(folder, 'jobs', 'b.dstack.yml'), GROUPS);
      await client.connection.sendRequest('dstack/checkWorkspace');
      const pull = async (known?: Pulled) => {
        const of = (one: string) =>
          client.connection.sendRequest<Report>('textDocument/diagnostic', {
            textDocument: { uri: one },
            previousResultId: known?.ids[one],
          });
        const reports = [await of(uri), await of(unopened)];
        const workspace = await client.connection.sendRequest<{
          items: (Report & { uri: string })[];
        }>('workspace/diagnostic', {
          previousResultIds: known ? [{ uri: unopened, value: known.all }] : [],
        });
        const all = workspace.items.find((one) => one.uri === unopened);
        return {
          counts: [...reports, all].map((one) => one?.items?.length),
          ids: { [uri]: reports[0]?.resultId, [unopened]: reports[1]?.resultId },
          all: all?.resultId,
        };
      };
      const first = await pull();
      assert.deepEqual(first.counts, [1, 1, 1]);
      const file = join(folder, 'requirements.txt');
      writeFileSync(file, 'dstack==0.22.5\n');
      const changes = [{ uri: pathToFileURL(file).href, type: 2 }];
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      assert.deepEqual((await pull(first)).counts, [0, 0, 0]);
    },
    { textDocument: { diagnostic: {} } },
  ));

test('what a release newer than all may know is a warning, and the answer says so', () =>
  withPin({ dstackVersion: '0.99' }, async (client, uri) => {
    const published = client.nextPublished();
    await client.change(uri, 2, 'type: task\ncommands: [ls]\nnew_property: 1\n');
    const { diagnostics } = await published;
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [['unknown-key', DiagnosticSeverity.Warning]],
    );
    const asked = { textDocument: { uri } };
    const answer = await client.connection.sendRequest<ReleaseAnswer>('dstack/release', asked);
    assert.match(answer.note ?? '', /Newer than the releases known here/);
  }));
