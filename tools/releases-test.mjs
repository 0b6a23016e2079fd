// `npm run test:releases [-- --count N] [--seed N]`: the models of all releases of tools/releases.mjs against our verdict,
// on real files, on N mutations each (2,000), and on what completion offers.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildTests } from '../esbuild.mjs';
import { obtainReleases } from './releases.mjs';

const text = { type: 'string' };
const { count = '2000', seed = '1' } = parseArgs({ options: { count: text, seed: text } }).values;

const folder = `out/releases-${process.pid}`;
const files = await buildTests('oracle/releases', folder);
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-reporter=spec', ...files],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      DSTACK_RELEASES: obtainReleases(),
      DSTACK_RELEASES_COUNT: count,
      DSTACK_RELEASES_SEED: seed,
    },
  },
);
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
