// Runs the suite in the extension host of the VS Code server, with Chromium as its window.
import { launchBrowser } from '../../tools/browser.mjs';
import { startVscodeServer } from '../../tools/vscode-server.mjs';

const MINUTES = 4;

/** Resolves when the suite's `run()` has settled. Rejects when it does not within that time. */
export async function runInVscodeServer({ extension, tests, workspace, env, dataFolder }) {
  const browser = await launchBrowser();
  try {
    const server = await startVscodeServer({ dataFolder, env });
    try {
      const page = await browser.newPage();
      const log = [];
      await page.exposeFunction('codeAutomationLog', (level, args) => log.push([level, ...args]));
      const ended = new Promise((resolve, reject) => {
        void page.exposeFunction('codeAutomationExit', resolve);
        const giveUp = () =>
          reject(new Error(`The suite has not ended: ${log.slice(-3).join('\n')}`));
        setTimeout(giveUp, MINUTES * 60_000).unref();
      });
      await page.goto(server.address({ workspace, extension, tests }));
      await ended;
    } finally {
      server.stop();
    }
  } finally {
    await browser.close();
  }
}
