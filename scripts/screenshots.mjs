// Takes the pictures of the README: `node scripts/screenshots.mjs [name...]`. Needs Chromium and `npm run build`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { writePicture } from './picture.mjs';
import { QUIET_SETTINGS, startVscodeServer } from './vscode-server.mjs';

/** Pixels of a window that a README shows at its full width; a picture has twice as many. */
const WIDTH = 800;

const SETTINGS = {
  ...QUIET_SETTINGS,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.editor.showTabs': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.hover.above': false,
  'editor.guides.indentation': false,
  'editor.folding': false,
  'editor.glyphMargin': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.lineHeight': 23,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
};

/**
 * The pictures: the text with the cursor at `$0`, what must be there before the keys are pressed, the keys, what must be
 * on the screen then, the keys after that, and the number of lines that the picture is high.
 */
const SCENES = {
  completion: {
    text: `type: task
name: finetune

python: "3.12"
commands:
  - uv pip install -r requirements.txt
  - python train.py --epochs 3
re$0

spot_policy: auto
`,
    keys: ['Control+Space'],
    shows: '.suggest-widget.visible .monaco-list-row',
    then: ['Control+Space'],
    rows: 21,
  },
  hover: {
    text: `type: task
name: finetune

commands:
  - python train.py --epochs 3

resources:
  gpu: A100$0:80GB:2
  shm_size: 16GB
`,
    keys: ['Control+K', 'Control+I'],
    shows: '.monaco-hover:not(.hidden) .hover-row',
    rows: 15,
  },
  gpu: {
    text: `type: task
name: finetune

commands:
  - python train.py --epochs 3

resources:
  gpu: A100:$0
`,
    keys: ['Control+Space'],
    shows: '.suggest-widget.visible .monaco-list-row',
    then: ['Control+Space'],
    rows: 17,
  },
  fix: {
    text: `type: task
name: finetune

comands$0:
  - python train.py --epochs 3

resources:
  gpu: A100:80GB:2
`,
    ready: '.squiggly-error',
    keys: ['Control+.'],
    shows: '.action-widget .monaco-list-row',
    rows: 13,
  },
  starters: {
    text: 'serv$0',
    keys: ['Control+Space'],
    shows: '.suggest-widget.visible .monaco-list-row',
    then: ['Control+Space'],
    rows: 19,
  },
  squiggle: {
    text: `type: service
name: llama
image: vllm/vllm-openai:latest

commands:
  - vllm serve $MODEL --port 8000
ports: 8000
spot_policy: ondemand

resources:
  gpu: 24GB..8GB
  memory: 32 gi$0gs
`,
    ready: '.squiggly-error',
    keys: ['Control+K', 'Control+I'],
    shows: '.monaco-hover:not(.hidden) .hover-row',
    rows: 19,
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

async function takePicture(name, { text, ready, keys, shows, then = [], rows }) {
  const file = join(workspace, `${name}.dstack.yml`);
  writeFileSync(file, text.replace('$0', ''));
  const viewport = { width: WIDTH, height: 640 };
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
  await page.goto(server.address({ workspace, extension: process.cwd(), open: file }));
  await page.waitForSelector('.monaco-editor .view-line .mtk1');
  await page.keyboard.press('Control+B');
  await placeCursor(page, text);
  if (ready) await page.waitForSelector(ready);
  await pressUntil(page, keys, shows);
  for (const key of then) await page.keyboard.press(key);
  await page.waitForTimeout(1000);
  const lines = await page.locator('.part.editor .monaco-editor .view-lines').boundingBox();
  const clip = { x: 0, y: lines.y, width: WIDTH, height: rows * SETTINGS['editor.lineHeight'] };
  await writePicture(await page.screenshot({ clip }), `images/${name}.png`);
  await page.close();
  console.log(`images/${name}.png`);
}

/** Presses keys again and again, since the language server may have no answer yet. */
async function pressUntil(page, keys, shows) {
  for (let attempt = 1; ; attempt++) {
    for (const key of keys) await page.keyboard.press(key);
    try {
      await page.waitForSelector(shows, { timeout: 3000 });
      return;
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}

async function placeCursor(page, text) {
  const before = text.slice(0, text.indexOf('$0')).split('\n');
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.type(`${before.length}:${before.at(-1).length + 1}`);
  await page.keyboard.press('Enter');
}
