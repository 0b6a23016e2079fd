// `node tools/obtain.mjs tests|suites`: brings what the tests of Node, or the suites with a server or an editor, need from
// registries into the user's cache folder. `npm test` does this beside its other work. What cannot be had is tried again
// where it is needed, which also says what cannot run without it.
import { obtainBrowser } from './browser.mjs';
import { obtainNode } from './cache.mjs';
import { obtainEditors } from './editors.mjs';
import { obtainCiTools, obtainPython, obtainStandPython } from './python.mjs';
import { obtainReleases, releasesOfTests } from './releases.mjs';
import { obtainSarifMultitool } from './sarif-multitool.mjs';
import { obtainVscodeServer } from './vscode-server.mjs';
import { obtainPackers } from './vsix.mjs';

const NEEDED = {
  tests: [
    obtainPython,
    () => obtainReleases(releasesOfTests()),
    obtainEditors,
    obtainBrowser,
    obtainSarifMultitool,
    obtainCiTools,
    obtainPackers,
  ],
  suites: [obtainNode, obtainVscodeServer, obtainStandPython],
};

for (const obtain of NEEDED[process.argv[2]] ?? []) {
  try {
    obtain();
  } catch (error) {
    console.error(error.message);
  }
}
