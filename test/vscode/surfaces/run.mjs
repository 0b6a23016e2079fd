// `node test/vscode/surfaces/run.mjs`: the same 200 files have the same problems in VS Code, in VS Code in a browser, in the
// language server, on the command line and for agents. The last line is `surfaces: N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { buildProduct, buildTool } from '../../../esbuild.mjs';
import { packVsix } from '../../../tools/vsix.mjs';
import { buildCarrier, buildSuite, buildWebSuite } from '../build.mjs';
import { runInVscodeServer } from '../run-server.mjs';
import { serverlessAddress, withoutServer } from '../serverless.mjs';

const FOLDER = 'test/vscode/surfaces';
const extension = process.cwd();
const scratch = mkdtempSync(join(tmpdir(), 'dstack-surfaces-'));
const workspace = join(scratch, 'workspace');
const outcomes = [];

try {
  await buildProduct();
  mkdirSync(workspace);
  const { folder, alone } = await withoutEditor();
  const count = Object.values(folder.cli).flat().length;
  record(`there are problems to compare: ${count}`, count > 100);
  compare('the language server', folder.lsp, folder.cli);
  compare('agents', alone.mcp, alone.cli);
  compare('VS Code', await inVscode(), folder.cli);
  compare('VS Code in a browser', await inBrowser(), folder.cli);
} catch (error) {
  record(`the surfaces can be compared: ${error.stack}`, false);
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
const failed = outcomes.filter((isFine) => !isFine).length;
console.log(`surfaces: ${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function withoutEditor() {
  const out = `out/surfaces-${process.pid}`;
  const tool = await buildTool(`${FOLDER}/without-editor.ts`, out);
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, workspace], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  rmSync(out, { recursive: true, force: true });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function inVscode() {
  const results = join(scratch, 'results.json');
  await runInVscodeServer({
    extension,
    tests: await buildSuite('', `${FOLDER}/in-node.ts`),
    workspace,
    env: { DSTACK_TEST_RESULTS: results },
    dataFolder: join(scratch, 'data'),
  });
  return JSON.parse(readFileSync(results, 'utf8'));
}

async function inBrowser() {
  const shipped = join(scratch, 'vsix');
  await packVsix(join(scratch, 'dstack.vsix'), { folder: shipped });
  await buildWebSuite('', shipped, `${FOLDER}/in-browser.ts`);
  const extensions = { dstack: shipped, carrier: await buildCarrier(workspace) };
  return runInVscodeServer({
    extension,
    workspace,
    dataFolder: join(scratch, 'web-data'),
    prepare: async (page, address) => {
      await withoutServer(page, extensions);
      const tests = 'dstack/suite.js';
      return serverlessAddress(address, { extensions, tests, workspace: 'memfs:/workspace' });
    },
  });
}

/** Whether a surface has the problems of the command line; the first file with others is printed. */
function compare(surface, found = {}, expected) {
  const files = [...new Set([...Object.keys(found), ...Object.keys(expected)])].sort();
  const different = files.filter((file) => !isDeepStrictEqual(found[file], expected[file]));
  record(
    `the same 200 files have the same problems in ${surface} and on the command line`,
    different.length === 0,
  );
  const [first] = different;
  if (first === undefined) return;
  console.log(`    ${different.length} files differ, the first is ${first}`);
  console.log(`    ${surface}: ${JSON.stringify(found[first])}`);
  console.log(`    command line: ${JSON.stringify(expected[first])}`);
}

function record(name, isFine) {
  outcomes.push(isFine);
  console.log(`${isFine ? 'ok' : 'FAILED'}  surfaces: ${name}`);
}
