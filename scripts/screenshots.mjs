// Takes the pictures of the README: `node scripts/screenshots.mjs [name...]`. Needs Chromium and `npm run build`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { QUIET_SETTINGS, startVscodeServer } from './vscode-server.mjs';

const SETTINGS = {
  ...QUIET_SETTINGS,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.lineHeight': 23,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
};

/** What is on a picture: the text with the cursor at `$0`, the keys to press, and what must be on the screen then. */
const SCENES = {
  completion: {
    text: `type: task
name: finetune

python: "3.12"
commands:
  - uv pip install -r requirements.txt
  - python train.py --epochs 3

resources:
  gpu: A100:80GB:2
  shm_size: 16GB
spot$0
`,
    keys: ['Control+Space'],
    shows: '.suggest-widget .monaco-list-row',
    then: ['Control+Space'],
  },
  hover: {
    text: `type: service
name: llama
image: vllm/vllm-openai:latest

commands:
  - vllm serve $MODEL --port 8000
port: 8000
replicas: 1..4
sc$0aling:
  metric: rps
  target: 10
`,
    keys: ['Control+K', 'Control+I'],
    shows: '.monaco-hover:not(.hidden) .hover-row',
  },
  problems: {
    text: `type: service
name: llama
image: vllm/vllm-openai:latest

commands:
  - vllm serve $MODEL --port 8000
ports: 8000
resources:
  gpu: 24GB..8GB
  memory: 32 gigs
spot_policy: ondemand
working_dir: app$0
`,
    keys: ['Control+Shift+M'],
    shows: '.markers-panel .monaco-list-row',
  },
  'quick-fix': {
    text: `type: task
name: finetune

commands:
  - python train.py --epochs 3

resources:
  gpu: A100:80GB:2
spot_polic$0: auto
`,
    keys: ['Control+.'],
    shows: '.action-widget .monaco-list-row',
  },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SCENES);
const scratch = mkdtempSync(join(tmpdir(), 'dstack-pictures-'));
const workspace = join(scratch, 'workspace');
const browser = await launchBrowser();
const server = await startVscodeServer({ dataFolder: join(scratch, 'server') });
try {
  mkdirSync(join(workspace, '.vscode'), { recursive: true });
  writeFileSync(join(workspace, '.vscode/settings.json'), JSON.stringify(SETTINGS));
  for (const name of names) await takePicture(name, SCENES[name]);
} finally {
  server.stop();
  await browser.close();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

async function takePicture(name, { text, keys, shows, then = [] }) {
  const file = join(workspace, `${name}.dstack.yml`);
  writeFileSync(file, text.replace('$0', ''));
  const page = await browser.newPage({ viewport: { width: 1000, height: 620 } });
  await page.goto(server.address({ workspace, extension: process.cwd(), open: file }));
  await page.waitForSelector('.monaco-editor .view-line .mtk1');
  await page.keyboard.press('Control+B');
  await placeCursor(page, text);
  // The language server answers once its first squiggle, or nothing after a while, is there.
  await page.waitForTimeout(4000);
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForSelector(shows);
  for (const key of then) await page.keyboard.press(key);
  await page.waitForTimeout(1000);
  const editor = await page.locator('.part.editor').boundingBox();
  const clip = { x: 0, y: editor.y, width: 1000, height: 620 - editor.y };
  await page.screenshot({ path: `images/${name}.png`, clip });
  await page.close();
  console.log(`images/${name}.png`);
}

async function placeCursor(page, text) {
  const before = text.slice(0, text.indexOf('$0')).split('\n');
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.type(`${before.length}:${before.at(-1).length + 1}`);
  await page.keyboard.press('Enter');
}
