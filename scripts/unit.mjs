// `npm run unit -- FILTER`: builds and runs the tests whose path contains FILTER; for the inner loop of work.
import { spawnSync } from 'node:child_process';
import { buildTests } from '../esbuild.mjs';

const files = await buildTests(process.argv[2] ?? '');
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-reporter=spec', ...files],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
