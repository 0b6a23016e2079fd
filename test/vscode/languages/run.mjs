// `node test/vscode/languages/run.mjs`: the extension in a VS Code whose language is another one. The last line is
// `vscode-languages: N passed, N failed`. VS Code has its language from a language pack, which is not there; the page is
// told its name, from which the extension gets its texts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProduct } from '../../../esbuild.mjs';
import { launchBrowser } from '../../../tools/browser.mjs';
import { startVscodeServer } from '../../../tools/vscode-server.mjs';

/** Milliseconds until something is on the screen, on a machine that is busy. */
const PATIENCE = 60_000;

/** What is on the screen in each language. */
const LANGUAGES = {
  de: {
    command: 'dstack: Neue Konfiguration',
    template: 'Eine Vorlage auswählen',
    fix: 'In `commands` ändern',
    status: 'Geprüft gegen dstack',
  },
  'zh-cn': {
    command: 'dstack: 新建配置',
    template: '选择模板',
    fix: '改为 `commands`',
    status: '按 dstack',
  },
};

const FILE = 'type: task\ncomands:\n  - python train.py\n';

const scratch = mkdtempSync(join(tmpdir(), 'dstack-vscode-languages-'));
const workspace = join(scratch, 'workspace');
const counts = { passed: 0, failed: 0 };
mkdirSync(workspace);
writeFileSync(join(workspace, 'train.dstack.yml'), FILE);

await buildProduct();
const browser = await obtainedBrowser();
if (browser) {
  const server = await startVscodeServer({ dataFolder: join(scratch, 'data') });
  try {
    for (const [language, texts] of Object.entries(LANGUAGES))
      await checkLanguage({ server, browser }, language, texts);
  } finally {
    await browser.close();
    server.stop();
    await server.ended;
  }
}
rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
console.log(`vscode-languages: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Undefined where there is none, and none can be obtained. */
async function obtainedBrowser() {
  try {
    return await launchBrowser();
  } catch (error) {
    console.log(`skip  vscode-languages: ${error.message}`);
    return undefined;
  }
}

async function checkLanguage({ server, browser }, language, { command, template, fix, status }) {
  const page = await browser.newPage();
  await page.addInitScript((name) => {
    globalThis._VSCODE_NLS_LANGUAGE = name;
  }, language);
  await page.goto(
    server.address({
      workspace,
      extension: process.cwd(),
      open: join(workspace, 'train.dstack.yml'),
    }),
  );
  const sees = (selector, text) =>
    page.locator(selector, { hasText: text }).first().waitFor({ timeout: PATIENCE });
  await step(`${language}: quick fixes`, async () => {
    await page.locator('.squiggly-error').first().waitFor({ timeout: PATIENCE });
    await page.locator('.view-line', { hasText: 'comands' }).first().click();
    await untilSeen(page, 'Control+.', '.action-widget .monaco-list-row', fix);
  });
  await step(`${language}: commands and what they ask`, async () => {
    await page.keyboard.press('F1');
    await page.keyboard.insertText(command);
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first();
    await row.click({ timeout: PATIENCE });
    const input = page.locator(`.quick-input-box input[placeholder="${template}"]`);
    await input.waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Escape');
  });
  await step(`${language}: the status`, async () => {
    await page.locator('[id="status.languageStatus"]').first().hover();
    await sees('.hover-language-status', status);
  });
  await page.close();
}

/** Presses a key until it shows a text: a window that has just been opened may not listen yet. */
async function untilSeen(page, key, selector, text) {
  const element = page.locator(selector, { hasText: text }).first();
  for (let tries = 1; ; tries++) {
    await page.keyboard.press(key);
    try {
      await element.waitFor({ timeout: PATIENCE / 10 });
      return await page.keyboard.press('Escape');
    } catch (error) {
      if (tries === 10) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

async function step(name, body) {
  try {
    await body();
    counts.passed++;
    console.log(`ok    ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`FAIL  ${name}: ${error.message}`);
  }
}
