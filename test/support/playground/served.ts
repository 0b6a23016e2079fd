import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryPath } from '../repository';
import { eventually } from '../server/eventually';
import { launchBrowser, type Browser, type Page } from './browser';

/** The playground as `npm run playground` serves it, and a browser. */
export class Playground {
  private constructor(
    private readonly browser: Browser,
    private readonly server: ChildProcess,
    readonly folder: string,
    readonly address: string,
  ) {}

  static async start(): Promise<Playground> {
    const folder = mkdtempSync(join(tmpdir(), 'dstack-playground-'));
    const server = spawn(
      process.execPath,
      [repositoryPath('tools/playground.mjs'), '--port', '0', folder],
      // The other processes of the tests may open no socket; this one serves the browser on the same machine.
      { cwd: repositoryPath(), env: { ...process.env, NODE_OPTIONS: '' } },
    );
    const [address, browser] = await Promise.all([addressOf(server), launchBrowser()]);
    return new Playground(browser, server, folder, address);
  }

  /** A new page with this after `#`, once the language service has answered. */
  async open(hash = '', options: object = {}): Promise<Page> {
    const page = await this.browser.newPage(options);
    await page.goto(`${this.address}#${hash}`);
    await page.locator('#release-note:not(:empty)').waitFor();
    return page;
  }

  /** A new page on which nothing was done. */
  newPage(options: object = {}): Promise<Page> {
    return this.browser.newPage(options);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [address] = /http:\/\/\S+/.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', () => reject(new Error(`It is not served:\n${output}`)));
  });
}

/** The text in the editor. */
export async function textIn(page: Page): Promise<string> {
  const lines = await page.locator('#editor .cm-line').allTextContents();
  return lines.join('\n');
}

/** Writes a text into the editor in place of what is there, as one paste; the cursor is at `$0` or the end. */
export async function write(page: Page, text: string): Promise<void> {
  const at = text.indexOf('$0');
  await page.locator('#editor .cm-content').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text.replace('$0', ''));
  if (at < 0) return;
  await page.keyboard.press('Control+Home');
  const before = text.slice(0, at).split('\n');
  for (let line = 1; line < before.length; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let column = 0; column < (before.at(-1) ?? '').length; column++)
    await page.keyboard.press('ArrowRight');
}

/** Waits until an expression of the page is true: a Content-Security-Policy forbids Playwright's own way. */
export async function until(page: Page, expression: string): Promise<void> {
  const isTrue = await eventually(
    () => page.evaluate<boolean>(expression),
    (value) => value,
  );
  assert.ok(isTrue, `${expression} in: ${await page.locator('#found').innerText()}`);
}

/** The problems below the editor, once their summary matches. */
export async function problems(page: Page, summary: RegExp): Promise<readonly string[]> {
  await until(page, `${String(summary)}.test(document.getElementById('summary').textContent)`);
  return page.locator('#problems li').allTextContents();
}
