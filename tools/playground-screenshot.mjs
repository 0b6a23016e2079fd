// Takes the picture of the playground for the README: `node tools/playground-screenshot.mjs`. Needs Chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { launchBrowser } from './browser.mjs';
import { writePicture } from './picture.mjs';

const server = spawn(process.execPath, ['tools/playground.mjs', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
let output = '';
while (!/http:\S+/.test(output)) output += (await once(server.stdout, 'data')).toString();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 720 },
    deviceScaleFactor: 1.5,
  });
  await page.goto(/http:\S+/.exec(output)[0]);
  await page.getByLabel('Start from').selectOption({ label: 'Example: a task with mistakes' });
  await page.locator('#problems button').nth(1).click();
  await page.locator('.description').waitFor();
  // The message about Undo, which does not matter here.
  await page.evaluate("document.getElementById('message').hidden = true");
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await writePicture(await page.screenshot(), 'images/playground.webp');
} finally {
  await browser.close();
  server.kill();
}
