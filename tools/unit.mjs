// `npm run unit -- FILTER`: builds and runs the tests whose path contains FILTER; for the inner loop of work.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { buildTests } from '../esbuild.mjs';
import { obtainBrowser } from './browser.mjs';
import { obtainEditors } from './editors.mjs';
import { obtainCiTools, obtainedPython } from './python.mjs';
import { obtainedReleases } from './releases.mjs';
import { obtainSarifMultitool } from './sarif-multitool.mjs';

// Runs may overlap, so each has its own folder.
const folder = `out/unit-${process.pid}`;
const files = await buildTests(process.argv[2] ?? '', folder);
if (files.length === 0) {
  console.error(`No test has "${process.argv[2]}" in its path below test/.`);
  process.exit(2);
}
const [filter = ''] = process.argv.slice(2);
const editors = filter === '' || filter.startsWith('editors') ? obtainEditors() : {};
const browser = filter === '' || filter.startsWith('playground') ? obtainBrowser() : {};
const sarif = 'dist/sarif'.includes(filter) ? obtainSarifMultitool() : {};
const ci = 'dist/ci.test'.includes(filter) ? obtainCiTools() : {};
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-reporter=spec', ...files],
  {
    stdio: 'inherit',
    env: {
      DSTACK_PYTHON: obtainedPython(),
      DSTACK_RELEASES: obtainedReleases(),
      ...editors,
      ...browser,
      ...sarif,
      ...ci,
      ...process.env,
      // The language of the command line.
      LC_ALL: 'C.UTF-8',
    },
  },
);
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
