// Types files into a real VS Code: the VS Code server in Chromium, with default settings and the extension of this folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildTool } from '../../../esbuild.mjs';
import { launchBrowser } from '../../../tools/browser.mjs';
import { startVscodeServer } from '../../../tools/vscode-server.mjs';
import { typeFile } from './hand.mjs';

/** Lines that fit into the window. */
const SCREENFUL = 24;

/** The files to type: real ones with that many lines in all, or, for 0, the shortest of each type in the repository. */
export async function filesToType(lines) {
  const folder = `out/typist-${process.pid}`;
  const tool = await buildTool('test/vscode/typist/files.ts', folder);
  const { stdout } = spawnSync(process.execPath, [tool, String(lines)], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return JSON.parse(stdout);
}

/**
 * Types each file in each of the passes, which are `{delay, completeKeys}`, and gives `{pass, file, slips, isEqual,
 * completed, others}` of each to `report`. `pictures` is the beginning of the names of screenshots, one a screenful.
 */
export async function typeInVscode(files, passes, report, pictures) {
  const scratch = mkdtempSync(join(tmpdir(), 'dstack-typist-'));
  const browser = await launchBrowser();
  try {
    const workspace = join(scratch, 'workspace');
    mkdirSync(workspace);
    const port = join(scratch, 'port');
    const tests = await buildAgent(scratch);
    const env = { DSTACK_TYPIST_PORT: port };
    const server = await startVscodeServer({ dataFolder: join(scratch, 'data'), env });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.exposeFunction('codeAutomationLog', () => undefined);
      await page.exposeFunction('codeAutomationExit', () => undefined);
      await page.goto(server.address({ workspace, extension: process.cwd(), tests }));
      const ask = await askAgent(port);
      await typeAll(page, ask, files, passes, report, pictures);
    } finally {
      server.stop();
    }
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function typeAll(page, ask, files, passes, report, pictures) {
  for (const [number, pass] of passes.entries())
    for (const file of files) {
      const path = `${number}/${file.path}`;
      await ask('open', path);
      await page.locator('.editor-instance .view-lines').first().click();
      const taken = new Set();
      const pictured = async (line) => {
        const count = Math.floor(line / SCREENFUL);
        if (!pictures || taken.has(count) || line % SCREENFUL < SCREENFUL / 2) return;
        taken.add(count);
        await page.screenshot({ path: `${pictures}${path.replaceAll('/', '-')}-${count}.png` });
      };
      const result = await typeFile(page, ask, file, { ...pass, pictured });
      if (pictures)
        await page.screenshot({ path: `${pictures}${path.replaceAll('/', '-')}-end.png` });
      report({ pass, file, ...result });
    }
}

async function buildAgent(scratch) {
  const outfile = join(scratch, 'agent.js');
  await build({
    entryPoints: ['test/vscode/typist/agent.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

/** A function that asks the agent in the extension host, once it is there. Rejects after two minutes. */
async function askAgent(file) {
  const end = Date.now() + 120_000;
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    if (Date.now() > end) throw new Error('The extension host of VS Code does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const port = readFileSync(file, 'utf8');
  return async (...parts) => {
    const path = parts.map(encodeURIComponent).join('/');
    const response = await fetch(`http://127.0.0.1:${port}/${path}`);
    return response.json();
  };
}
