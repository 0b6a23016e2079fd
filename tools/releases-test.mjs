// `npm run test:releases [-- --count N] [--seed N] [--releases X,Y]`: the models of all releases of tools/releases.mjs, and
// of the newest, against our verdict, on real files, on N mutations each (2,000), and on what completion offers.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildTests } from '../esbuild.mjs';
import { obtainPython } from './python.mjs';
import { newestRelease, obtainReleases, OLDER_RELEASES } from './releases.mjs';

const text = { type: 'string' };
const { values } = parseArgs({ options: { count: text, seed: text, releases: text } });
const { count = '2000', seed = '1' } = values;
const releases = values.releases?.split(',') ?? [...OLDER_RELEASES, newestRelease()];

const folder = `out/releases-${process.pid}`;
const files = await buildTests('oracle/release', folder);
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-reporter=spec', ...files],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      DSTACK_RELEASES: obtainReleases(releases),
      DSTACK_PYTHON: obtainPython(),
      DSTACK_RELEASES_COUNT: count,
      DSTACK_RELEASES_SEED: seed,
    },
  },
);
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
