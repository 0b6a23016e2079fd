// `node test/vscode/live/run.mjs [FOLDER FOR PICTURES]`: a real VS Code and a real dstack server, used as a user does. The
// suite of test/vscode cannot do this: VS Code shows no dialogs to tests that run inside it. The last line is
// `vscode-live: N passed, N failed`. `DSTACK_STAND` names the `stand.json` of a server that runs already.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildProduct } from '../../../esbuild.mjs';
import { launchBrowser } from '../../../tools/browser.mjs';
import { obtainStandPython } from '../../../tools/python.mjs';
import { startStand } from '../../../tools/stand.mjs';
import { startVscodeServer } from '../../../tools/vscode-server.mjs';
import { ExtensionHost, installDriver } from './host.mjs';
import { leaks } from './leaks.mjs';
import { FILE, FILE_SECRET, REFUSED, RUN_SECRET, SLEEPER, STEPS } from './steps.mjs';
import { Window } from './window.mjs';

const pictures = process.argv[2] && resolve(process.argv[2]);
const scratch = mkdtempSync(join(tmpdir(), 'dstack-vscode-live-'));
const [workspace, data] = [join(scratch, 'workspace'), join(scratch, 'data')];
const traffic = join(scratch, 'traffic.jsonl');
const counts = { passed: 0, failed: 0 };

const stand = await obtainStand();
if (!stand) {
  console.log('skip  vscode-live: there is no Python for a dstack server');
} else {
  try {
    await buildProduct();
    await prepare();
    await useVscode();
  } finally {
    await stand.stop?.();
  }
}
rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
console.log(`vscode-live: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** The server of `DSTACK_STAND`, else one of its own; undefined without Python. */
async function obtainStand() {
  const running = process.env.DSTACK_STAND;
  if (running) return JSON.parse(readFileSync(running, 'utf8'));
  const python = obtainStandPython();
  if (!python) return undefined;
  mkdirSync(join(scratch, 'stand'));
  return startStand(join(scratch, 'stand'), python);
}

/** The workspace, a second project in the user's configuration, and a run of somebody else. */
async function prepare() {
  if (pictures) mkdirSync(pictures, { recursive: true });
  mkdirSync(workspace);
  writeFileSync(join(workspace, 'train.dstack.yml'), FILE);
  writeFileSync(join(workspace, 'refused.dstack.yml'), REFUSED);
  const { url, token, home } = stand;
  const project = (name, isDefault) => ({ name, url, token, default: isDefault });
  const config = { projects: [project('main', true), project('second', false)] };
  writeFileSync(join(home, '.dstack/config.yml'), JSON.stringify(config));
  const response = await fetch(`${url}/api/project/main/runs/apply`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ plan: { run_spec: SLEEPER, current_resource: null }, force: false }),
  });
  if (!response.ok) throw new Error(`The run is not accepted: ${await response.text()}`);
}

async function useVscode() {
  const browser = await launchBrowser();
  const settings = {
    // VS Code asks a login shell for PATH, which does not have the stand's.
    'dstack.live.cli': join(dirname(stand.python), 'dstack'),
    'dstack.trace.server': 'verbose',
    // Else a file would be saved before the step that saves it.
    'files.autoSave': 'off',
    // What a terminal draws with the graphics card cannot be read from the page.
    'terminal.integrated.gpuAcceleration': 'off',
  };
  await installDriver(join(data, 'extensions'));
  const address = join(scratch, 'driver-address');
  const env = {
    HOME: stand.home,
    DSTACK_DRIVER: address,
    DSTACK_EXTENSION: process.cwd(),
    DSTACK_TRAFFIC: traffic,
    DSTACK_NODE_OPTIONS: `--require ${JSON.stringify(resolve('test/vscode/live/record-traffic.cjs'))}`,
  };
  const server = await startVscodeServer({ dataFolder: data, env, settings });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
    const window = new Window(page, new ExtensionHost(address), stand, pictures);
    const logLevel = 'dstack-editor.dstack:trace';
    await window.open(server.address({ workspace, extension: process.cwd(), logLevel }));
    for (const [name, step] of STEPS) {
      await check(name, () => step(window));
      await window.picture(name.replace(/\W+/g, '-'));
    }
    const secrets = {
      tokens: [stand.token, stand.memberToken],
      run: RUN_SECRET,
      file: FILE_SECRET,
    };
    for (const [name, test] of await leaks({ window, data, traffic, secrets }))
      await check(name, test);
  } finally {
    await browser.close();
    server.stop();
  }
}

async function check(name, test) {
  try {
    await test();
    counts.passed++;
    console.log(`ok  vscode-live: ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`FAILED  vscode-live: ${name}`);
    console.log(String(error).replace(/^/gm, '    '));
  }
}
