import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { linkTo } from '../../playground/src/link';
import { NO_BROWSER, type Page } from '../support/playground/browser';
import { Playground, problems, textIn, write } from '../support/playground/served';
import { table } from '../support/table';

const options = { skip: NO_BROWSER };

/** The files that opening the page requests; Chromium asks for the icon again when the address changes. */
const FILES = ['', 'icon.svg', 'main.js', 'style.css', 'worker.js'];

let playground: Playground;
let page: Page;
const requested: string[] = [];
const complaints: string[] = [];

before(async () => {
  if (options.skip !== false) return;
  playground = await Playground.start();
  page = await playground.newPage();
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(playground.address);
  await page.locator('#release-note:not(:empty)').waitFor();
});

after(() => (options.skip === false ? playground.stop() : undefined));

test('nothing but its own files is requested, whatever is done', options, async () => {
  await write(page, 'type: task\ncomands: [ls]\nimage: http://example.com/a.png\n');
  await problems(page, /^dstack rejects/);
  await page.locator('#problems button').first().click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  for (const name of ['Fix all', 'Format', 'Copy link', 'Switch between light and dark'])
    await page.getByRole('button', { name }).click();
  await page.waitForTimeout(600);
  const paths = requested.filter((address) => !address.startsWith('blob:'));
  for (const address of paths) assert.ok(address.startsWith(playground.address), address);
  const names = paths.map(
    (address) => address.slice(playground.address.length).split('#')[0] ?? '',
  );
  assert.deepEqual([...new Set(names)].sort(), FILES);
});

/** Ways to send something to the address `to`: each gives `sent` or `blocked`. */
const ATTEMPTS = [
  "fetch(to).then(() => 'sent', () => 'blocked')",
  "new Promise((end) => { const one = new XMLHttpRequest(); one.onload = () => end('sent'); one.onerror = () => end('blocked'); one.open('GET', to); one.send(); })",
  "new Promise((end) => { try { const one = new WebSocket(to.replace('http', 'ws')); one.onopen = () => end('sent'); one.onerror = () => end('blocked'); } catch { end('blocked'); } })",
];

table(
  'neither the page nor the worker can send',
  ATTEMPTS,
  async (attempt) => {
    for (const to of [`${playground.address}style.css`, 'https://example.com/']) {
      const code = `((to) => ${attempt})(${JSON.stringify(to)})`;
      assert.equal(await page.evaluate(code), 'blocked');
      const [worker] = page.workers();
      assert.equal(await worker?.evaluate(code), 'blocked');
    }
    complaints.length = 0;
  },
  options,
);

test('the page keeps its own Content-Security-Policy', options, async () => {
  await page.locator('#editor .cm-content').focus();
  await write(page, 'type: task\nresources:\n  gpu: 24GBB\n');
  await problems(page, /^dstack rejects/);
  await page.keyboard.press('Control+.');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual(complaints, []);
});

const EVIL = '<img src=x onerror=alert(1)>';

/** Texts with HTML and Markdown at places that are quoted, and the column of the place in its last line. */
const QUOTED: readonly (readonly [text: string, column: number])[] = [
  [`type: task\nname: "${EVIL}"`, 8],
  [`type: task\n"${EVIL}": 1`, 3],
  [`type: "${EVIL}"`, 8],
  ['type: task\nname: "[a](https://evil.example)"', 8],
  ['type: task\nname: "![a](https://evil.example/a.png)"', 8],
  [`type: task\nenv:\n  - A=1\n  - "${EVIL}"`, 6],
  [`type: task\nimage: &a "${EVIL}"\nworking_dir: *a`, 14],
];

table(
  'what a file says is shown as text, never as HTML, a picture or a link',
  QUOTED,
  async ([text, column]) => {
    await write(page, text);
    await page.keyboard.press('Home');
    for (let step = 0; step < column; step++) await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(200);
    await page.keyboard.press('Control+.');
    await page.getByRole('dialog').waitFor();
    assert.equal(await page.locator('img, #editor img, iframe').count(), 0);
    const links = await page.evaluate<string[]>(
      `[...document.getElementById('editor').shadowRoot.querySelectorAll('a')].map(({ href }) => href)`,
    );
    for (const link of links) assert.match(link, /^https:\/\/dstack\.ai\//);
    await page.keyboard.press('Escape');
    assert.equal(await textIn(page), text);
  },
  options,
);

test('a file of hostile size is answered, and typing goes on', options, async () => {
  const text = `type: task\ncommands:\n${'  - ls\n'.repeat(100_000)}`;
  const link = await linkTo({ text, release: undefined });
  assert.ok(link);
  const other = await playground.open(link);
  assert.match((await problems(other, /^No errors: 1 warning$/)).join(), /file-too-large/);
  await other.locator('#editor .cm-content').focus();
  await other.keyboard.type('# ');
  await other.locator('#editor .cm-line >> text=/^# type: task/').waitFor();
  await other.close();
});
