// `npm test`: all tests, from a fresh clone, in one command. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const { obtainCiTools, obtainPython } = await import('./python.mjs');
const { obtainReleases, releasesOfTests } = await import('./releases.mjs');
const { obtainBrowser } = await import('./browser.mjs');
const { obtainSarifMultitool } = await import('./sarif-multitool.mjs');
const { obtainEditors } = await import('./editors.mjs');
const { buildProduct, buildTests } = await import('../esbuild.mjs');
const { obtainPackers } = await import('./vsix.mjs');

const totals = { passed: 0, failed: 0, skipped: 0 };

const obtained = obtainBeside();
await checkHouseRules();
await buildProduct();
// Some tests measure: nothing else may use the processors then.
await obtained;
await runNodeTests();
await runLiveTests();
await runEditorTests();
await runSurfaces();
if (totals.skipped > 0)
  console.log(`${totals.skipped} skipped; the lines that begin with "skip" say why`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

/** Fetches what is needed later, which takes minutes on a new machine, while this process does something else. */
function obtainBeside() {
  const stdio = ['ignore', 'inherit', 'ignore'];
  return closed(spawn(process.execPath, ['tools/obtain.mjs'], { stdio }));
}

/** Linter, formatter and type checker; each counts as one test. The linter takes as long as the others together. */
async function checkHouseRules() {
  await Promise.all([
    checkInTurn([['eslint', '.', '--max-warnings=0']]),
    checkInTurn([
      ['prettier', '--check', '--log-level=warn', '.'],
      ['tsc', '--noEmit'],
      ['tsc', '--noEmit', '--project', 'playground'],
    ]),
  ]);
}

async function checkInTurn(commands) {
  for (const command of commands) {
    const options = { stdio: 'inherit', shell: process.platform === 'win32' };
    const status = await closed(spawn('npx', ['--no-install', ...command], options));
    record(`house rules: ${command.join(' ')}`, status === 0 ? 'passed' : 'failed');
  }
}

/**
 * Unit, property and differential tests. The latter ask the real dstack and skip themselves without Python. None of
 * their processes may use the network, which counts as one more test.
 */
async function runNodeTests() {
  const python = obtainPython();
  const editors = obtainEditors();
  const browser = obtainBrowser();
  const sarif = obtainSarifMultitool();
  const ci = obtainCiTools();
  obtainPackers();
  const files = await buildTests();
  const reporter = new URL('./reporter.mjs', import.meta.url).href;
  const folder = mkdtempSync(join(tmpdir(), 'dstack-test-'));
  const networkLog = join(folder, 'network.log');
  const { status, output } = await run(
    process.execPath,
    [
      '--enable-source-maps',
      '--test',
      // Node leaves one processor free, which is half of a machine with two.
      `--test-concurrency=${availableParallelism()}`,
      `--test-reporter=${reporter}`,
      ...files,
    ],
    {
      ...process.env,
      // The language of the command line.
      LC_ALL: 'C.UTF-8',
      ...(python ? { DSTACK_PYTHON: python } : {}),
      DSTACK_RELEASES: obtainReleases(releasesOfTests()),
      ...editors,
      ...browser,
      ...sarif,
      ...ci,
      NODE_OPTIONS: `--require ${JSON.stringify(resolve('test/support/server/no-network.cjs'))}`,
      DSTACK_NETWORK_LOG: networkLog,
    },
  );
  countFrom(output, ['node'], status);
  const attempts = existsSync(networkLog) ? readFileSync(networkLog, 'utf8') : '';
  rmSync(folder, { recursive: true });
  process.stdout.write(attempts);
  record('no process of the tests used the network', attempts === '' ? 'passed' : 'failed');
}

/** What talks to a dstack server, against a real one on this machine. */
async function runLiveTests() {
  const { status, output } = await run(process.execPath, ['tools/live.mjs'], process.env);
  countFrom(output, ['live', 'vscode-live', 'live-older'], status);
}

/** The suite inside a real VS Code, and what it shows in other languages. */
async function runEditorTests() {
  const { status, output } = await run(process.execPath, ['test/vscode/run.mjs'], process.env);
  countFrom(output, ['vscode'], status);
  const languages = await run(process.execPath, ['test/vscode/languages/run.mjs'], process.env);
  countFrom(languages.output, ['vscode-languages'], languages.status);
}

/** The same problems in VS Code, in VS Code in a browser, in the language server, on the command line and for agents. */
async function runSurfaces() {
  const { status, output } = await run(
    process.execPath,
    ['test/vscode/surfaces/run.mjs'],
    process.env,
  );
  countFrom(output, ['surfaces'], status);
}

/** Adds the figures of a line `name: N passed, N failed[, N skipped]` for each name. A run without it has failed. */
function countFrom(output, names, status) {
  let failures = 0;
  for (const name of names) {
    const figures = '(\\d+) passed, (\\d+) failed(?:, (\\d+) skipped)?';
    const line = new RegExp(`^${name}: ${figures}$`, 'm').exec(output);
    const [, passed = '0', failed = '0', skipped = '0'] = line ?? [];
    totals.passed += Number(passed);
    totals.failed += Number(failed);
    totals.skipped += Number(skipped);
    failures += Number(failed);
    if (!line) record(`${name} tests ended with ${status}`, 'failed');
  }
  if (status !== 0 && failures === 0) record(`${names[0]} tests ended with ${status}`, 'failed');
}

function record(name, outcome) {
  totals[outcome]++;
  console.log(`${outcome === 'passed' ? 'ok' : 'FAILED'}  ${name}`);
}

/** Runs a command, shows its output, and returns it as well. */
async function run(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  return { status: await closed(child), output };
}

/** The exit status of a process, once it has ended and its output is read. */
function closed(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}
