// `npm run live [-- FILTER]`: the tests of test/live, against a real dstack server on this machine. Without a filter also
// those of test/vscode/live, with the same server, and then those of servers of older releases. Each of these suites ends
// with a line `NAME: N passed, N failed`. The filter `corpus` tries all real files, not a few.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProduct, buildTests } from '../esbuild.mjs';
import { obtainStandPython } from './python.mjs';
import { isPydantic1, packagesFor, pythonFor } from './releases.mjs';
import { startStand } from './stand.mjs';

/** Releases of which there is a server as well: the oldest that Connect supports, and one between. */
const OLDER = ['0.20.29', '0.21.5'];

const SUITES = ['live', 'vscode-live', 'live-older'];

const python = obtainStandPython();
if (!python) {
  console.log(`skip  ${SUITES.join(', ')}: there is no Python for a dstack server`);
  for (const name of SUITES) console.log(`${name}: 0 passed, 0 failed, 1 skipped`);
  process.exit(0);
}
if (!existsSync('dist/live.js')) await buildProduct();
const filter = process.argv[2];
const files = await buildTests(filter ?? '', `out/live-${process.pid}`, true);
const ofOlder = files.filter((file) => /older\.test\.js$/.test(file));
const ofNewest = files.filter((file) => !ofOlder.includes(file));
const folder = mkdtempSync(join(tmpdir(), 'dstack-stand-'));
const outcomes = [];
try {
  if (ofNewest.length > 0) await withStands([undefined], runNewest);
  if (ofOlder.length > 0) await withStands(OLDER, () => runTests('live-older', ofOlder));
  process.exitCode = Math.max(...outcomes);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  rmSync(`out/live-${process.pid}`, { recursive: true, force: true });
}

/** Runs tests while there are stands of these releases of dstack, all of which have started before. */
async function withStands(releases, test) {
  const started = await Promise.allSettled(releases.map(startRelease));
  try {
    for (const { reason } of started) if (reason) throw reason;
    test();
  } finally {
    await Promise.all(started.map(({ value }) => value?.stop()));
  }
}

/** The stand of a release, in a folder of its name; undefined: the newest. */
async function startRelease(release) {
  const home = folderOf(release);
  mkdirSync(home, { recursive: true });
  if (release === undefined) return startStand(home, python);
  const packages = packagesFor(release);
  const own = isPydantic1(release)
    ? { python: pythonFor(release), catalog: 'all.zip' }
    : { python };
  return startStand(home, python, { release, packages, ...own });
}

function folderOf(release = 'newest') {
  return join(folder, release);
}

function runNewest() {
  runTests('live', ofNewest);
  // It runs last: what it leaves on the server is in nobody's way.
  if (filter === undefined) run(['test/vscode/live/run.mjs'], {});
}

/** The files share one server, so they run one after the other. */
function runTests(name, tests) {
  const reporter = new URL('./reporter.mjs', import.meta.url).href;
  const args = [
    '--enable-source-maps',
    '--test',
    '--test-concurrency=1',
    `--test-reporter=${reporter}`,
  ];
  run([...args, ...tests], { DSTACK_SUITE: name });
}

function run(args, more) {
  const stands = OLDER.map((release) => join(folderOf(release), 'stand.json'));
  const env = {
    ...process.env,
    DSTACK_STAND: join(folderOf(), 'stand.json'),
    DSTACK_OLDER_STANDS: stands.filter((file) => existsSync(file)).join('\n'),
    ...(filter === 'corpus' ? { DSTACK_WHOLE: '1' } : {}),
    ...more,
  };
  outcomes.push(spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1);
}
