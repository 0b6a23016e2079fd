import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';
import { NOT_BUILT } from '../support/server/server-process';

/** Packages that are installed for the product itself, direct ones and what they bring. A new one needs a reason. */
const BUDGET = 20;

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly dev?: boolean; readonly integrity?: string; readonly resolved?: string }
    >
  >;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (file: string) => readFileSync(repositoryPath(file), 'utf8');

test('dependencies are pinned to one version each, and few', (context) => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Manifest;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
  }
  const { packages } = JSON.parse(read('package-lock.json')) as Lock;
  const count = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev).length;
  const direct = Object.keys(dependencies).length;
  context.diagnostic(`figure: ${String(direct)} direct dependencies, ${String(count)} in all`);
  assert.ok(count <= BUDGET, String(count));
  const said = `${String(direct)} direct ones, ${String(count)} packages in all`;
  assert.ok(read('SECURITY.md').includes(said), said);
});

test('each package comes from the registry of npm and has a SHA-512', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as Lock;
  const all = Object.entries(packages).filter(([path]) => path !== '');
  assert.ok(all.length > 100, String(all.length));
  for (const [path, { integrity = '', resolved }] of all) {
    assert.match(integrity, /^sha512-[\w+/]{86}==$/, path);
    // Without an address, npm asks the registry that it is set to; the hash decides all the same.
    if (resolved !== undefined)
      assert.match(resolved, /^https:\/\/registry\.npmjs\.org\/[^?#]+\.tgz$/, path);
  }
});

/** What each file may load that reaches beyond the text: the disk, other processes, the network. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'serve.js': {},
  'validators.js': {},
  'web/server.js': {},
  'web/extension.js': {},
  'cli.js': { fs: 'reads what it checks' },
  'server.js': {
    fs: 'reads the workspace; vscode-languageserver: finds modules for a client that asks, which ours never does',
    child_process: 'the same',
    console: 'sends what a library prints to the standard error, not between the messages',
    net: 'vscode-jsonrpc: --socket and --pipe, when the client starts the server so',
    stream: 'checks what comes in over stdio',
    v8: 'gives memory back',
    vm: 'the same: asks a new context for the collector, by a constant text',
  },
  'extension.js': {
    child_process: 'vscode-languageclient: starts the server',
    readline: 'vscode-languageclient: the output of a server over a debug port',
  },
};

/** What is loaded when the user connects to a dstack server may talk to it; client/src/live/request.ts alone does. */
const CONNECTED: Readonly<Record<string, string>> = {
  fs: 'looks for the dstack of the user',
  'fs/promises': 'reads the configuration of the command line',
  http: 'a server on this machine',
  https: 'any other server',
};

const HARMLESS = ['crypto', 'os', 'path', 'url', 'util', 'vscode'];

for (const [file, allowed] of Object.entries({ ...ALLOWED, 'live.js': CONNECTED })) {
  test(`dist/${file} runs no text as code and loads what it may`, { skip: NOT_BUILT }, () => {
    const code = read(`dist/${file}`);
    // Not `doesNotMatch`, which would print the whole bundle.
    const runs = /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(/.exec(code)?.[0];
    assert.equal(runs, undefined);
    const contexts = code.match(/\brunIn\w*Context\b.{0,7}|\bcompileFunction\b|\bvm\.Script\b/g);
    assert.deepEqual(contexts ?? [], 'vm' in allowed ? ['runInNewContext)("gc")'] : []);
    const loaded = [...code.matchAll(/\brequire\("([^"]+)"\)|\bimport\("([^"]+)"\)/g)]
      .map(([, required, imported]) => (required ?? imported ?? '').replace(/^node:/, ''))
      // Text that ajv would write into the validators that it compiles, which happens while bundling.
      .filter((name) => !name.startsWith('ajv/'))
      .filter((name) => !HARMLESS.includes(name) && !name.startsWith('./'));
    assert.deepEqual([...new Set(loaded)].sort(), Object.keys(allowed).sort());
  });
}
