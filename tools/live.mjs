// `npm run live [-- FILTER]`: the tests of test/live, against a real dstack server on this machine. Without a filter also
// those of test/vscode/live, with the same server. The lines `live: N passed, N failed` and `vscode-live: ...` are last.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProduct, buildTests } from '../esbuild.mjs';
import { obtainStandPython } from './python.mjs';
import { startStand } from './stand.mjs';

const python = obtainStandPython();
if (!python) {
  console.log('skip  live, vscode-live: there is no Python for a dstack server');
  for (const name of ['live', 'vscode-live']) console.log(`${name}: 0 passed, 0 failed, 1 skipped`);
  process.exit(0);
}
if (!existsSync('dist/live.js')) await buildProduct();
const files = await buildTests(process.argv[2] ?? '', `out/live-${process.pid}`, true);
const folder = mkdtempSync(join(tmpdir(), 'dstack-stand-'));
const stand = await startStand(folder, python);
try {
  const outcomes = [runTests(), ...(process.argv[2] === undefined ? [runEditor()] : [])];
  process.exitCode = Math.max(...outcomes);
} finally {
  await stand.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  rmSync(`out/live-${process.pid}`, { recursive: true, force: true });
}

/** A real VS Code. It runs last: what it leaves on the server is in nobody's way. */
function runEditor() {
  const env = { ...process.env, DSTACK_STAND: join(folder, 'stand.json') };
  const args = ['test/vscode/live/run.mjs'];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
}

/** The files share one server, so they run one after the other. */
function runTests() {
  const reporter = new URL('./reporter.mjs', import.meta.url).href;
  const args = [
    '--enable-source-maps',
    '--test',
    '--test-concurrency=1',
    `--test-reporter=${reporter}`,
  ];
  const env = {
    ...process.env,
    DSTACK_SUITE: 'live',
    DSTACK_STAND: join(folder, 'stand.json'),
  };
  return spawnSync(process.execPath, [...args, ...files], { stdio: 'inherit', env }).status ?? 1;
}
