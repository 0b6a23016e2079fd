// `npm run fuzz -- [--minutes N] [--seed N] [--target NAME[,NAME]]`: looks for texts that the language service cannot
// handle; with `--dstack`, dstack is asked about the kept texts at the end. `npm run fuzz -- --target NAME --case FILE`
// runs one text again. docs/fuzzing.md says more.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const { buildTool } = await import('../esbuild.mjs');
const { edgeCounters } = await import('./edge-counters.mjs');
const string = { type: 'string' };
const { values } = parseArgs({
  options: {
    minutes: string,
    seed: string,
    target: string,
    case: string,
    dstack: { type: 'boolean' },
  },
});
const { minutes = '5', seed = String(Date.now() % 1e6), target, case: file } = values;

const folder = `out/fuzz-${process.pid}`;
const fuzzer = await buildTool('tools/fuzz/main.ts', folder, edgeCounters);
const shares = JSON.parse(
  spawnSync(process.execPath, [fuzzer, '--list'], { encoding: 'utf8' }).stdout,
);
const names = target?.split(',') ?? Object.keys(shares);
const unknown = names.filter((name) => !(name in shares));
if (unknown.length > 0 || !(Number(minutes) > 0)) {
  console.error(`--target takes of: ${Object.keys(shares).join(', ')}; --minutes a number`);
  rmSync(folder, { recursive: true, force: true });
  process.exit(2);
}

let failed = false;
const rows = [];
if (file) runTarget(names[0], ['--case', file]);
else {
  console.log(`Seed ${seed}, ${minutes} minutes`);
  const total = names.reduce((sum, name) => sum + shares[name], 0);
  for (const name of names) {
    const seconds = (Number(minutes) * 60 * shares[name]) / total;
    const figures = `out/fuzz/${name}.figures.json`;
    const hung = `out/fuzz/${name}-without-end.json`;
    for (const left of [figures, hung]) rmSync(left, { force: true });
    runTarget(name, ['--seconds', String(seconds), '--seed', seed]);
    if (existsSync(figures)) rows.push(JSON.parse(readFileSync(figures, 'utf8')));
    if (existsSync(hung))
      console.log(
        `${name}: a run without end\n  again: npm run fuzz -- --target ${name} --case ${hung}`,
      );
  }
  console.table(rows);
  if (values.dstack) await askDstack(rows.map((row) => `out/fuzz/${row.target}.kept.json`));
}
rmSync(folder, { recursive: true, force: true });
console.log(failed ? 'There are findings.' : 'Nothing found.');
process.exit(failed ? 1 : 0);

async function askDstack(kept) {
  const { obtainPython } = await import('./python.mjs');
  const file = await buildTool('tools/fuzz/ask-dstack.ts', `${folder}-dstack`);
  const env = { ...process.env, DSTACK_PYTHON: obtainPython() };
  const { status } = spawnSync(process.execPath, [file, ...kept], { stdio: 'inherit', env });
  rmSync(`${folder}-dstack`, { recursive: true, force: true });
  if (status !== 0) failed = true;
}

function runTarget(name, args) {
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', '--stack-trace-limit=30', fuzzer, '--target', name, ...args],
    { stdio: 'inherit' },
  );
  if (status !== 0) failed = true;
}
