// `node tools/obtain.mjs`: brings what the tests need from registries into the user's cache folder. `npm test` does this
// beside its linters. What cannot be had is tried again where it is needed, which also says what cannot run without it.
import { obtainBrowser } from './browser.mjs';
import { obtainNode } from './cache.mjs';
import { obtainEditors } from './editors.mjs';
import { obtainCiTools, obtainPython, obtainStandPython } from './python.mjs';
import { obtainReleases, releasesOfTests } from './releases.mjs';
import { obtainSarifMultitool } from './sarif-multitool.mjs';
import { obtainVscodeServer } from './vscode-server.mjs';
import { obtainPackers } from './vsix.mjs';

for (const obtain of [
  obtainPython,
  () => obtainReleases(releasesOfTests()),
  obtainEditors,
  obtainBrowser,
  obtainSarifMultitool,
  obtainCiTools,
  obtainPackers,
  obtainNode,
  obtainVscodeServer,
  obtainStandPython,
]) {
  try {
    obtain();
  } catch (error) {
    console.error(error.message);
  }
}
