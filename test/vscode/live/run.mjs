// `node test/vscode/live/run.mjs [FOLDER FOR PICTURES]`: a real VS Code and a real dstack server, used as a user does. The
// suite of test/vscode cannot do this: VS Code shows no dialogs to tests that run inside it. The last line is
// `vscode-live: N passed, N failed`.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildProduct } from '../../../esbuild.mjs';
import { launchBrowser } from '../../../tools/browser.mjs';
import { obtainStandPython } from '../../../tools/python.mjs';
import { startStand } from '../../../tools/stand.mjs';
import { startVscodeServer } from '../../../tools/vscode-server.mjs';
import { STEPS } from './steps.mjs';
import { Window } from './window.mjs';

const FILE = `type: task
name: train

commands:
  - for i in $(seq 1 20); do echo "step $i"; sleep 0.5; done
env:
  - SECRET=hunter2-of-the-environment

fleets: [cloud]
max_price: 0.1

resources:
  gpu: 16GB..
`;

const pictures = process.argv[2] && resolve(process.argv[2]);
const scratch = mkdtempSync(join(tmpdir(), 'dstack-vscode-live-'));
const [workspace, data] = [join(scratch, 'workspace'), join(scratch, 'data')];
let failed = 0;

const python = obtainStandPython();
if (!python) {
  console.log(
    'skip  vscode-live: there is no Python for a dstack server\nvscode-live: 0 passed, 0 failed',
  );
  process.exit(0);
}
await buildProduct();
if (pictures) mkdirSync(pictures, { recursive: true });
for (const folder of [workspace, join(scratch, 'stand')]) mkdirSync(folder);
writeFileSync(join(workspace, 'train.dstack.yml'), FILE);
const stand = await startStand(join(scratch, 'stand'), python);
try {
  await useVscode();
  check('no token and no value of env is in what VS Code has written', secretsIn(data));
} finally {
  await stand.stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`vscode-live: ${STEPS.length + 1 - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function useVscode() {
  const browser = await launchBrowser();
  const settings = {
    // VS Code asks a login shell for PATH, which does not have the stand's.
    'dstack.live.cli': join(dirname(python), 'dstack'),
    // Else a file would be saved before the step that saves it.
    'files.autoSave': 'off',
    // What a terminal draws with the graphics card cannot be read from the page.
    'terminal.integrated.gpuAcceleration': 'off',
  };
  const env = { HOME: stand.home };
  const server = await startVscodeServer({ dataFolder: data, env, settings });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
    const window = new Window(page, pictures);
    await window.open(server.address({ workspace, extension: process.cwd() }));
    for (const [name, step] of STEPS) {
      const error = await step(window).then(() => undefined, String);
      await window.picture(name.replace(/\W+/g, '-'));
      check(name, error);
    }
  } finally {
    await browser.close();
    server.stop();
  }
}

function check(name, error) {
  console.log(`${error === undefined ? 'ok' : 'FAILED'}  vscode-live: ${name}`);
  if (error === undefined) return;
  failed++;
  console.log(error.replace(/^/gm, '    '));
}

/** The first file that has a secret in it, if any. */
function secretsIn(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const content = readFileSync(path);
    for (const secret of [stand.token, stand.memberToken])
      if (content.includes(secret)) return `${path} has a token`;
    // The editor itself keeps files that are open.
    if (path.includes('/logs/') && content.includes('hunter2')) return `${path} has a value of env`;
  }
  return undefined;
}
