// Runs a suite in a window of the VS Code server, in Chromium.
import { launchBrowser } from '../../tools/browser.mjs';
import { startVscodeServer } from '../../tools/vscode-server.mjs';

/** Time for a suite on a machine that is busy. */
const MINUTES = 10;

/** How a suite in a browser marks what it writes to the log. */
const MARK = 'dstack-test-results:';

/**
 * Opens a window, as `startVscodeServer` describes it, and resolves when the suite's `run()` has settled, with the last
 * results that it has written to the log. `prepare` gets the page and the address of the window, and gives the address to
 * open. Rejects when the suite does not settle in time.
 */
export async function runInVscodeServer({ env, dataFolder, prepare, ...window }) {
  const browser = await launchBrowser();
  try {
    const server = await startVscodeServer({ dataFolder, env });
    try {
      const page = await browser.newPage();
      const log = [];
      let results;
      page.on('console', (message) => {
        const [, found] = message.text().split(MARK);
        if (found !== undefined) results = JSON.parse(found);
      });
      await page.exposeFunction('codeAutomationLog', (level, args) => log.push([level, ...args]));
      const ended = new Promise((resolve, reject) => {
        void page.exposeFunction('codeAutomationExit', resolve);
        const giveUp = () =>
          reject(new Error(`The suite has not ended: ${log.slice(-3).join('\n')}`));
        setTimeout(giveUp, MINUTES * 60_000).unref();
      });
      const address = server.address(window);
      await page.goto(prepare ? await prepare(page, address) : address);
      await ended;
      return results;
    } finally {
      server.stop();
    }
  } finally {
    await browser.close();
  }
}
