import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { linkTo } from '../../playground/src/link';
import { NO_BROWSER, type Page } from '../support/playground/browser';
import { Playground, problems, textIn, until, write } from '../support/playground/served';
import { table } from '../support/table';

/** Milliseconds from opening the address to the first problems in the list, in the best of so many attempts. */
const FIRST_PROBLEMS = 1000;
const ATTEMPTS = 6;
/** Milliseconds that Node takes to start on a machine of that speed. A slower one is given more. */
const NODE_STARTS = 70;

const options = { skip: NO_BROWSER };
const MISTAKE = 'type: task\ncomands:\n  - python train.py\n';

let playground: Playground;
let page: Page;

before(async () => {
  if (options.skip !== false) return;
  playground = await Playground.start();
  page = await playground.open();
});

after(() => (options.skip === false ? playground.stop() : undefined));

const listed = '#editor .cm-tooltip-autocomplete li';
const suggestions = async () => {
  await page.locator(listed).first().waitFor({ timeout: 5000 });
  return page.locator(`${listed} .cm-completionLabel`).allTextContents();
};

/** Waits until the editor has this text, and says what it has if it does not. */
async function hasText(expected: string): Promise<void> {
  const code = `[...document.getElementById('editor').shadowRoot.querySelectorAll('.cm-line')].map((one) => one.textContent).join('\\n') === ${JSON.stringify(expected)}`;
  await until(page, code).catch(() => undefined);
  assert.equal(await textIn(page), expected);
}

test('a mistake is listed, underlined and marked', options, async () => {
  await write(page, MISTAKE);
  const [row, ...others] = await problems(page, /^dstack rejects this file: 1 error$/);
  assert.match(
    row ?? '',
    /^error: comands is not a property of a task\. Did you mean commands\? unknown-key Line 2, column 1$/,
  );
  assert.deepEqual(others, []);
  assert.equal(await page.locator('#editor .cm-lintRange-error').first().textContent(), 'comands');
  assert.equal(await page.locator('#editor .cm-lint-marker-error').count(), 1);
});

test('a problem in the list leads to its place and its fixes, by keyboard', options, async () => {
  await write(page, MISTAKE);
  await problems(page, /1 error/);
  await page.locator('#problems button').focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('dialog');
  await box.waitFor();
  assert.match((await box.textContent()) ?? '', /Did you mean/);
  // The best fix has the focus.
  await page.keyboard.press('Enter');
  await hasText(MISTAKE.replace('comands', 'commands'));
  await problems(page, /^dstack accepts this file$/);
});

test('Esc closes the box and gives the focus back', options, async () => {
  await write(page, MISTAKE.replace('comands', 'com$0ands'));
  await problems(page, /1 error/);
  await page.keyboard.press('Control+.');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.type('X');
  await hasText(MISTAKE.replace('comands', 'comXands'));
});

test('the page of a problem is in its box', options, async () => {
  await write(page, MISTAKE.replace('comands', '$0comands'));
  await problems(page, /1 error/);
  await page.keyboard.press('Control+.');
  await page.locator('#editor .description summary').click();
  await page.locator('#editor .description details h3').first().waitFor();
  assert.equal(
    await page.locator('#editor .description details h3').first().textContent(),
    'Unknown property',
  );
  await page.keyboard.press('Escape');
});

test('all safe fixes are made at once, and can be undone', options, async () => {
  const text = 'type: task\ncomands: [ls]\nresources:\n  gpuu: 24GB\n';
  await write(page, text);
  await problems(page, /2 errors/);
  await page.getByRole('button', { name: 'Fix all' }).click();
  await hasText(text.replace('comands', 'commands').replace('gpuu', 'gpu'));
  assert.equal(await page.locator('#message').textContent(), 'Fix 2 problems');
  await page.locator('#editor .cm-content').focus();
  await page.keyboard.press('Control+Z');
  await hasText(text);
});

test('a file is formatted', options, async () => {
  await write(page, 'type:   task\ncommands:   [ls]\n');
  await page.getByRole('button', { name: 'Format' }).click();
  await hasText('type: task\ncommands: [ls]\n');
});

test('a file is formatted though the cursor moves before the answer', options, async () => {
  await write(page, 'type:   task\ncommands:   [ls]\n');
  await page.evaluate(`
    document.getElementById('format').click();
    const left = { key: 'ArrowLeft', keyCode: 37, bubbles: true };
    document.getElementById('editor').shadowRoot.querySelector('.cm-content').dispatchEvent(new KeyboardEvent('keydown', left));
  `);
  await hasText('type: task\ncommands: [ls]\n');
});

test('hovering a property explains it', options, async () => {
  await write(page, 'type: task\ncommands: [ls]\nmax_price: 2\n');
  await problems(page, /^dstack accepts/);
  await page.locator('#editor .cm-line:nth-child(3) span').first().hover();
  const box = page.getByRole('dialog', { name: 'Problems and documentation', exact: true });
  await box.waitFor();
  assert.match((await box.textContent()) ?? '', /max_price.*hour/s);
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'hidden' });
});

/** A text with the cursor at `$0`, what is typed, a suggestion in the list, the keys, and the text then. */
const ACCEPTED: readonly (readonly [
  text: string,
  typed: string,
  offered: string,
  keys: string,
  then: string,
])[] = [
  ['type: $0', 'ta', 'task', 'Tab', 'type: task'],
  ['type: task\n$0', 'comm', 'commands', 'Tab', 'type: task\ncommands:'],
  [
    'type: task\nresources:\n  $0',
    'gpu',
    'gpu',
    'ArrowDown Enter',
    'type: task\nresources:\n  gpu: ',
  ],
  [
    'type: task\nresources:\n  gpu: $0',
    'H100',
    'H100',
    'Escape',
    'type: task\nresources:\n  gpu: H100',
  ],
  [
    'type: task\nenv:\n  - A=1\ncommands:\n  - echo $0',
    '$',
    '$A',
    'Tab',
    'type: task\nenv:\n  - A=1\ncommands:\n  - echo $A',
  ],
];

table(
  'a suggestion is accepted',
  ACCEPTED,
  async ([text, typed, offered, keys, then]) => {
    await write(page, text);
    await page.keyboard.type(typed);
    const labels = await suggestions();
    assert.ok(labels.includes(offered), labels.join());
    for (const key of keys.split(' ')) await page.keyboard.press(key);
    await hasText(then);
    await page.keyboard.press('Escape');
  },
  options,
);

test(
  'a whole file is written with places to fill in, which Tab goes through',
  options,
  async () => {
    await write(page, '');
    await page.keyboard.press('Control+Space');
    assert.ok((await suggestions()).includes('type'));
    await page.keyboard.type('task');
    await until(
      page,
      `document.getElementById('editor').shadowRoot.querySelector('${listed.replace('#editor ', '')} .cm-completionLabel')?.textContent === 'Task'`,
    );
    await page.keyboard.press('Tab');
    await page.keyboard.type('mine');
    assert.match(await textIn(page), /^type: task\nname: mine\n\npython: "3\.12"\n/);
    await page.keyboard.press('Tab');
    await page.keyboard.type('3.11');
    assert.match(await textIn(page), /\npython: "3\.11"\n/);
  },
);

/** A text with the cursor at `$0`, what is typed while a list opens, and the text after Enter. */
const ENTER: readonly (readonly [text: string, typed: string, then: string])[] = [
  ['type: $0', 'tas', 'type: tas\n'],
  ['type: task\n$0', 'comm', 'type: task\ncomm\n'],
  ['type: task\nresources:\n  gpu: $0', '24GB', 'type: task\nresources:\n  gpu: 24GB\n  '],
  ['type: task\n$0', 'resources:', 'type: task\nresources:\n  '],
  ['type: task\nvolumes:\n  - $0', 'name: a', 'type: task\nvolumes:\n  - name: a\n    '],
];

table(
  'Enter accepts nothing that was not chosen, and indents as in VS Code',
  ENTER,
  async ([text, typed, then]) => {
    await write(page, text);
    await page.keyboard.type(typed);
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await hasText(then);
  },
  options,
);

test('an unfinished line is not reported while it is typed', options, async () => {
  await write(page, 'type: task\ncommands: [ls]\n');
  await problems(page, /^dstack accepts/);
  await page.keyboard.type('max_dur');
  await page.waitForTimeout(300);
  await problems(page, /^dstack accepts/);
  await problems(page, /^dstack rejects/);
});

test('the resolved configuration follows the file', options, async () => {
  await write(page, 'type: task\ncommands: [ls]\nmax_duration: 90m\n');
  await page.locator('#resolved .cm-line >> text=/max_duration: 90m # 1 hour/').waitFor();
});

test('an older version of dstack judges otherwise', options, async () => {
  await write(page, 'type: task\ncommands: [ls]\ndocker: true\nimage: a\n');
  await problems(page, /^dstack rejects/);
  await page.getByLabel('Check against dstack').selectOption('0.18');
  await until(
    page,
    `document.getElementById('release-note').textContent.startsWith('Checked against dstack 0.18.44')`,
  );
  assert.match((await problems(page, /^dstack rejects/)).join(), /0\.19/);
  await page.getByLabel('Check against dstack').selectOption('');
  await until(
    page,
    `document.getElementById('release-note').textContent.startsWith('Checked against dstack 0.22')`,
  );
});

test('a file to start from replaces the text, which Undo brings back', options, async () => {
  await write(page, 'type: fleet\n');
  await page.getByLabel('Start from').selectOption({ label: 'Task – Train on one GPU' });
  await problems(page, /^dstack accepts this file$/);
  assert.match(await textIn(page), /^type: task\nname: train\n/);
  await page.keyboard.press('Control+Z');
  await hasText('type: fleet\n');
});

test('the address has the file and the version, and opens them again', options, async () => {
  const text = 'type: task\nname: 日本語\ncommands: [ls]\n';
  await write(page, text);
  await page.getByLabel('Check against dstack').selectOption('0.20');
  await until(page, `location.hash.includes('dstack=0.20')`);
  const link = page.url();
  const other = await playground.open(link.split('#')[1]);
  assert.equal(await textIn(other), text);
  assert.match((await other.locator('#release-note').textContent()) ?? '', /dstack 0\.20\.29/);
  await other.close();
  await page.getByLabel('Check against dstack').selectOption('');
});

test(
  'another link in the same tab opens its file, and Undo brings the text before back',
  options,
  async () => {
    await write(page, 'type: gateway\n');
    const link = await linkTo({ text: 'type: volume\n', release: undefined });
    await page.evaluate(`location.hash = ${JSON.stringify(link)}`);
    await hasText('type: volume\n');
    await page.locator('#editor .cm-content').focus();
    await page.keyboard.press('Control+Z');
    await hasText('type: gateway\n');
  },
);

table(
  'a hostile link gives a message and an empty editor',
  ['file=!!!', 'x', 'file=<img src=x onerror=alert(1)>', `file=${'A'.repeat(40_000)}`, 'dstack=x'],
  async (link) => {
    const other = await playground.open(link);
    assert.match((await other.locator('#message').textContent()) ?? '', /^The link /);
    assert.equal(await textIn(other), '');
    assert.match((await other.locator('#summary').textContent()) ?? '', /^Write a configuration/);
    await other.close();
  },
  options,
);

test('the first problems are there within a second on a quick machine', options, async (t) => {
  const link = await linkTo({ text: MISTAKE, release: undefined });
  const limit = FIRST_PROBLEMS * Math.max(1, startOfNode() / NODE_STARTS);
  const times: number[] = [];
  while (times.length < ATTEMPTS && !times.some((time) => time <= limit)) {
    const other = await playground.newPage();
    await other.goto(`${playground.address}#${link ?? ''}`);
    await other.locator('#problems li').waitFor();
    times.push(await other.evaluate<number>('performance.now()'));
    await other.close();
  }
  const [figures, most] = [times.map(Math.round).join(', '), String(Math.round(limit))];
  t.diagnostic(`figure: ${figures} of ${most} ms`);
  assert.ok(Math.min(...times) <= limit, `${figures} of ${most}`);
});

/** Milliseconds of the quickest of three starts of Node. */
function startOfNode(): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0'], { env: { ...process.env, NODE_OPTIONS: '' } });
    return performance.now() - start;
  });
  return Math.min(...times);
}
