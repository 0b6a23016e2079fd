// Takes the pictures of the README: `node tools/screenshots.mjs [name...]`. Needs Chromium and `npm run build`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { writePicture } from './picture.mjs';
import { QUIET_SETTINGS, startVscodeServer } from './vscode-server.mjs';

/** Width in pixels of a window that a README shows at full width; a picture has twice as many. */
const WIDTH = 800;

/** Pixels below the lowest thing that a picture shows. */
const MARGIN = 12;

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

const HOVER = '.monaco-resizable-hover:has(.monaco-hover:not(.hidden) .hover-row)';

/**
 * The pictures: the text with the cursor at `$0`, what must be there before the keys are pressed, the keys (`>Command`
 * is typed into the command palette), what must be on the screen then, the keys after that, and the number of lines
 * that the picture is high, or `until` what it reaches down. `files` are further files of the workspace, and `of` is the part that the picture shows,
 * else the editor.
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
    rows: 24,
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
    shows: HOVER,
    until: HOVER,
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
    rows: 26,
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
    width: 960,
    rows: 27,
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
    shows: `${HOVER} >> text=Quick Fix`,
    until: HOVER,
  },
};

Object.assign(SCENES, {
  'as-read': {
    text: `type: task
python: 3.10
commands:
  - python train.py
env:
  - DEBUG=off
ports: ["80:8080"]
resources:
  gpu: A100:80GB:2$0
`,
    keys: ['>dstack: Show Resolved Configuration'],
    shows:
      '.editor-group-container:nth-child(1) ~ * .view-line, .split-view-view:nth-child(2) .editor-instance .view-line',
    of: '.part.editor',
    width: 1040,
    rows: 19,
  },
  outline: {
    text: `type: service
name: llama

replicas:
  - name: prefill
    count: 2
    commands:
      - ./prefill.sh
    resources:
      gpu: H100:8
  - name: decode$0
    count: 1..4
    scaling:
      metric: rps
      target: 10
    commands:
      - ./decode.sh
    resources:
      gpu: H200:4
port: 8000
`,
    keys: ['>Explorer: Focus on Outline View'],
    shows: '.outline-pane .monaco-list-row',
    of: '.monaco-workbench',
    width: 1000,
    rows: 27,
  },
  problems: {
    text: `type: task
commands:
  - python train.py
fleets: [gpu-pool]$0
`,
    files: {
      'serving/llama.dstack.yml':
        'type: service\nport: 8000\nimage: vllm/vllm-openai\nresources:\n  gpu: 24GBB\n',
      'fleets/pool.dstack.yml': 'type: fleet\nname: gpu-pool\nnodes: 0..4\nbackend: [aws]\n',
    },
    keys: ['Control+Shift+M'],
    shows: '.markers-panel .monaco-tl-row >> text=backend',
    of: '.part.panel',
    rows: 10,
  },
});

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SCENES);
const scratch = mkdtempSync(join(tmpdir(), 'dstack-pictures-'));
const browser = await launchBrowser();
const server = await startVscodeServer({ dataFolder: join(scratch, 'server') });
try {
  for (const name of names) await takePicture(name, SCENES[name]);
} finally {
  server.stop();
  await browser.close();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

async function takePicture(name, scene) {
  const {
    text,
    files = {},
    ready,
    keys,
    shows,
    then = [],
    rows,
    until,
    width = WIDTH,
    height = 640,
  } = scene;
  const workspace = join(scratch, name);
  for (const [path, content] of Object.entries({
    ...files,
    '.vscode/settings.json': JSON.stringify(SETTINGS),
    [`${name}.dstack.yml`]: text.replace('$0', ''),
  })) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  const file = join(workspace, `${name}.dstack.yml`);
  const viewport = { width, height };
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
  await page.goto(server.address({ workspace, extension: process.cwd(), open: file }));
  await page.waitForSelector('.monaco-editor .view-line .mtk1');
  await page.keyboard.press('Control+B');
  await placeCursor(page, text);
  if (ready) await page.waitForSelector(ready);
  await pressUntil(page, keys, shows);
  for (const key of then) await page.keyboard.press(key);
  await page.waitForTimeout(4000);
  const part = await page
    .locator(scene.of ?? '.part.editor .monaco-editor .view-lines')
    .first()
    .boundingBox();
  const left = scene.of ? part.x : 0;
  const last = until && (await page.locator(until).last().boundingBox());
  const clip = {
    x: left,
    y: part.y,
    width: width - left,
    height: last ? last.y + last.height - part.y + MARGIN : rows * SETTINGS['editor.lineHeight'],
  };
  await writePicture(await page.screenshot({ clip }), `images/${name}.webp`);
  await page.close();
  console.log(`images/${name}.webp`);
}

/** Presses keys repeatedly, since the language server may have no answer yet. */
async function pressUntil(page, keys, shows) {
  for (let attempt = 1; ; attempt++) {
    for (const key of keys) await press(page, key);
    try {
      await page.waitForSelector(shows, { timeout: 3000 });
      return;
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}

async function press(page, key) {
  if (!key.startsWith('>')) return page.keyboard.press(key);
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.type(key.slice(1));
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
}

async function placeCursor(page, text) {
  const before = text.slice(0, text.indexOf('$0')).split('\n');
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.type(`${before.length}:${before.at(-1).length + 1}`);
  await page.keyboard.press('Enter');
}
