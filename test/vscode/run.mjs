// `node test/vscode/run.mjs [--web | --installed] [PART OF A TEST'S NAME]`: runs the suite inside a real VS Code: desktop VS
// Code where it can be downloaded and shown, else the VS Code server in Chromium; a line says which. `--web`: in the extension
// host of a browser, on a file system that is only there. `--installed`: with the extension installed from its VSIX.
// The last line is `vscode: N passed, N failed`. Exit status 1: a test failed, 2: no VS Code.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct } from '../../esbuild.mjs';
import { runInDesktopVscode } from '../../tools/vscode-desktop.mjs';
import { installExtension } from '../../tools/vscode-server.mjs';
import { packVsix } from '../../tools/vsix.mjs';
import { buildCarrier, buildEmptyCarrier, buildSuite, buildWebSuite } from './build.mjs';
import { runInVscodeServer } from './run-server.mjs';
import { serverlessAddress, withoutServer } from './serverless.mjs';

const { values, positionals } = parseArgs({
  options: {
    web: { type: 'boolean', default: false },
    installed: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const filter = positionals[0] ?? '';
const extension = process.cwd();
const scratch = mkdtempSync(join(tmpdir(), 'dstack-vscode-'));
const workspace = join(scratch, 'workspace');
const dataFolder = join(scratch, 'data');
const results = join(scratch, 'results.json');
const env = { DSTACK_TEST_RESULTS: results };

try {
  await buildProduct();
  mkdirSync(workspace);
  cpSync('examples', join(workspace, 'examples'), { recursive: true });
  const run = values.web ? runInBrowser : values.installed ? runInstalled : runSuite;
  process.exitCode = report(await run());
} catch (error) {
  console.error(`The tests inside VS Code cannot run. ${error.message}`);
  process.exitCode = 2;
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

/** What is shipped runs here as on vscode.dev. */
async function runInBrowser() {
  const shipped = join(scratch, 'vsix');
  await packVsix(join(scratch, 'dstack.vsix'), { folder: shipped });
  await buildWebSuite(filter, shipped);
  const extensions = { dstack: shipped, carrier: await buildCarrier(workspace) };
  const outcomes = await runInVscodeServer({
    extension,
    workspace,
    dataFolder,
    prepare: async (page, address) => {
      await withoutServer(page, extensions);
      const tests = 'dstack/suite.js';
      return serverlessAddress(address, { extensions, tests, workspace: 'memfs:/workspace' });
    },
  });
  console.log('The suite ran in VS Code in a browser without a server, on files in memory.');
  return outcomes;
}

async function runInstalled() {
  const vsix = join(scratch, 'dstack.vsix');
  await packVsix(vsix, { folder: join(scratch, 'vsix') });
  installExtension(vsix, dataFolder);
  const tests = await buildSuite(filter);
  await runInVscodeServer({ extension: buildEmptyCarrier(), tests, workspace, env, dataFolder });
  console.log('The suite ran in the VS Code server, with the extension installed from its VSIX.');
  return written();
}

/** Runs the suite by @vscode/test-electron where it can download VS Code and show it, else in the VS Code server. */
async function runSuite() {
  const options = { extension, tests: await buildSuite(filter), workspace, env, dataFolder };
  const obstacle = runByTestElectron(options);
  if (obstacle === undefined) {
    console.log('The suite ran in desktop VS Code, by @vscode/test-electron.');
    return written();
  }
  console.log(`The suite runs in the VS Code server, not by @vscode/test-electron: ${obstacle}`);
  await runInVscodeServer(options);
  return written();
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

/** What the suite has written to its file. */
function written() {
  return existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : [];
}

/** Prints the outcomes and gives the exit status. */
function report(outcomes = []) {
  for (const { name, error } of outcomes) {
    console.log(`${error === undefined ? 'ok' : 'FAILED'}  vscode: ${name}`);
    if (error !== undefined) console.log(error.replace(/^/gm, '    '));
  }
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  if (outcomes.length === 0) throw new Error('VS Code ended before the first test.');
  console.log(`vscode: ${outcomes.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
