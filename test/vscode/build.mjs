// Bundles the suite for VS Code, and the extension that carries it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const FOLDER = 'out/vscode';

const common = {
  bundle: true,
  format: 'cjs',
  external: ['vscode'],
  sourcemap: 'inline',
  logLevel: 'warning',
};

/** The suite for extension hosts that are Node: the file. `filter` is a part of the names of the tests to run. */
export async function buildSuite(filter, entryPoint = 'test/vscode/suite/index.ts') {
  const outfile = resolve(FOLDER, 'suite.js');
  const define = { __FILTER__: JSON.stringify(filter) };
  await build({ ...common, entryPoints: [entryPoint], outfile, platform: 'node', define });
  return outfile;
}

/**
 * The same for extension hosts in a browser, in the folder of the extension: VS Code runs a suite where the extension runs
 * that it is in.
 */
export async function buildWebSuite(filter, extension, entryPoint = 'test/vscode/suite/web.ts') {
  const outfile = join(extension, 'suite.js');
  await build({
    ...common,
    entryPoints: [entryPoint],
    outfile,
    platform: 'browser',
    alias: { 'node:assert/strict': './test/support/browser-assert.ts' },
    define: { __FILTER__: JSON.stringify(filter) },
  });
  return outfile;
}

/** An extension that does nothing, for tests of an installed one: VS Code runs tests only with one under development. */
export function buildEmptyCarrier() {
  return carrier('empty-carrier', {});
}

/** An extension with a file system in memory, `memfs:`, that has the files of a folder below `/workspace`. */
export async function buildCarrier(folder) {
  const made = carrier('carrier', {
    browser: './extension.js',
    activationEvents: ['onFileSystem:memfs'],
  });
  await build({
    ...common,
    entryPoints: ['test/vscode/carrier/extension.ts'],
    outfile: join(made, 'extension.js'),
    platform: 'browser',
    define: { __FILES__: JSON.stringify(filesOf(folder)) },
  });
  return made;
}

function carrier(name, more) {
  const made = resolve(FOLDER, name);
  mkdirSync(made, { recursive: true });
  const manifest = {
    name,
    publisher: 'dstack-tests',
    version: '0.0.1',
    engines: { vscode: '^1.91.0' },
  };
  writeFileSync(join(made, 'package.json'), JSON.stringify({ ...manifest, ...more }));
  return made;
}

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const within = path.slice(folder.length).replaceAll('\\', '/');
      return [`/workspace${within}`, readFileSync(path, 'utf8')];
    }),
  );
}
