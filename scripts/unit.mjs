// `npm run unit -- FILTER`: builds and runs the tests whose path contains FILTER; for the inner loop of work.
import { spawnSync } from 'node:child_process';
import { buildTests } from '../esbuild.mjs';
import { obtainedPython } from './python.mjs';

const files = await buildTests(process.argv[2] ?? '');
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-reporter=spec', ...files],
  { stdio: 'inherit', env: { DSTACK_PYTHON: obtainedPython(), ...process.env } },
);
process.exit(status ?? 1);
