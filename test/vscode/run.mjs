// `node test/vscode/run.mjs [PART OF A TEST'S NAME]`: runs the suite inside a real VS Code: desktop VS Code where it can be downloaded and shown, else the VS Code server in
// Chromium; a line says which. The last line is `vscode: N passed, N failed`. Exit status 1: a test failed, 2: no VS Code.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildProduct } from '../../esbuild.mjs';
import { runInDesktopVscode } from '../../tools/vscode-desktop.mjs';
import { runInVscodeServer } from './run-server.mjs';

const extension = process.cwd();
const tests = join(extension, 'out/vscode/suite.js');
const scratch = mkdtempSync(join(tmpdir(), 'dstack-vscode-'));
const workspace = join(scratch, 'workspace');
const results = join(scratch, 'results.json');

try {
  await prepare();
  const env = { DSTACK_TEST_RESULTS: results, DSTACK_TEST_FILTER: process.argv[2] ?? '' };
  await runSuite({ extension, tests, workspace, env, dataFolder: join(scratch, 'data') });
  process.exitCode = report();
} catch (error) {
  console.error(`The tests inside VS Code cannot run. ${error.message}`);
  process.exitCode = 2;
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

async function prepare() {
  await buildProduct();
  await build({
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: tests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  mkdirSync(workspace);
  cpSync('examples', join(workspace, 'examples'), { recursive: true });
}

/** Runs the suite by @vscode/test-electron where it can download VS Code and show it, else in the VS Code server. */
async function runSuite(options) {
  const obstacle = runByTestElectron(options);
  if (obstacle === undefined) {
    console.log('The suite ran in desktop VS Code, by @vscode/test-electron.');
    return;
  }
  console.log(`The suite runs in the VS Code server, not by @vscode/test-electron: ${obstacle}`);
  await runInVscodeServer(options);
}

/** Gives why the suite did not run; undefined where it did. */
function runByTestElectron(options) {
  try {
    runInDesktopVscode(options);
  } catch (error) {
    return error.message;
  }
  return existsSync(results) ? undefined : 'desktop VS Code ended before the first test';
}

/** Prints what the suite has written and gives the exit status. */
function report() {
  const outcomes = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : [];
  for (const { name, error } of outcomes) {
    console.log(`${error === undefined ? 'ok' : 'FAILED'}  vscode: ${name}`);
    if (error !== undefined) console.log(error.replace(/^/gm, '    '));
  }
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  if (outcomes.length === 0) throw new Error('VS Code ended before the first test.');
  console.log(`vscode: ${outcomes.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
