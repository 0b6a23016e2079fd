// `npm run bench:repair [-- --count N --seed N --out NAME --alone]`: makes one mistake in files that dstack accepts, takes
// the quick fixes of our server (and, without --alone, of yaml-language-server), and asks dstack about the results.
// The worst cases are in NAME.md, the figures in NAME.json. Exit code 1 when a goal is missed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct, buildTests } from '../esbuild.mjs';
import { obtainPython } from './python.mjs';
import { obtainYamlLanguageServer } from './yaml-language-server.mjs';

const text = { type: 'string' };
const {
  out = 'out/repair',
  seed = '1',
  count = '2200',
  alone = false,
} = parseArgs({
  options: { out: text, seed: text, count: text, alone: { type: 'boolean' } },
}).values;

const folder = `out/bench-${process.pid}`;
mkdirSync(dirname(out), { recursive: true });
await buildProduct();
const files = await buildTests('bench/repair/', folder, '.bench.ts');
const { status } = spawnSync(process.execPath, ['--enable-source-maps', ...files], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    DSTACK_PYTHON: obtainPython(),
    DSTACK_BENCH_RIVAL: JSON.stringify(
      alone ? { node: process.execPath } : obtainYamlLanguageServer(),
    ),
    DSTACK_BENCH_OUT: out,
    DSTACK_BENCH_SEED: seed,
    DSTACK_BENCH_COUNT: count,
    ...(alone ? { DSTACK_BENCH_ALONE: '1' } : {}),
  },
});
rmSync(folder, { recursive: true, force: true });
console.log(`The worst cases are in ${out}.md`);
process.exit(status ?? 1);
