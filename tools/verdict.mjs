// `npm run verdict -- --out FILE [--seed N] [--count N | --every]`: compares our verdict with the real dstack's and
// writes what differs to FILE as Markdown, grouped by cause, with the shortest examples. With `--every` the files have
// each value of test/oracle/pools at every place of the schema, and each two properties of a mapping: 320,000 files,
// up to an hour on two processors.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildTests } from '../esbuild.mjs';
import { obtainPython } from './python.mjs';

const text = { type: 'string' };
const {
  out = 'out/disagreements.md',
  seed = '1',
  count = '6000',
  every = false,
} = parseArgs({
  options: { out: text, seed: text, count: text, every: { type: 'boolean' } },
}).values;

const folder = `out/verdict-${process.pid}`;
const files = await buildTests('oracle/verdict', folder);
const { status } = spawnSync(process.execPath, ['--enable-source-maps', ...files], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    DSTACK_PYTHON: obtainPython(),
    DSTACK_VERDICT_OUT: out,
    DSTACK_VERDICT_SEED: seed,
    DSTACK_VERDICT_COUNT: count,
    DSTACK_VERDICT_EVERY: String(every),
  },
});
rmSync(folder, { recursive: true, force: true });
console.log(`The disagreements are in ${out}`);
process.exit(status ?? 1);
