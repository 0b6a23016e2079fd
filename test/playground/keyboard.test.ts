import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_BROWSER, type Page } from '../support/playground/browser';
import { Playground, textIn, until, write } from '../support/playground/served';
import { table } from '../support/table';

const options = { skip: NO_BROWSER };

let playground: Playground;
let page: Page;

before(async () => {
  if (options.skip !== false) return;
  playground = await Playground.start();
  page = await playground.open();
});

after(() => (options.skip === false ? playground.stop() : undefined));

table(
  'a control has a name',
  [
    ['combobox', 'Start from'],
    ['combobox', 'Check against dstack'],
    ['button', 'Fix all'],
    ['button', 'Format'],
    ['button', 'Copy link'],
    ['button', 'Switch between light and dark'],
    ['textbox', 'dstack configuration file'],
    ['textbox', 'Resolved configuration'],
    ['region', 'Configuration'],
    ['region', 'As dstack reads it'],
    ['region', 'Problems'],
  ] as const,
  async ([role, name]) => {
    assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1);
  },
  options,
);

test('everything can be reached with Tab, and the editor can be left', options, async () => {
  await write(page, 'type: tusk\n');
  await until(page, `document.querySelectorAll('#problems button').length === 1`);
  await page.getByLabel('Start from').focus();
  const reached: string[] = [];
  for (let step = 0; step < 9; step++) {
    reached.push(
      await page.evaluate<string>(
        'document.activeElement.id || document.activeElement.parentElement.parentElement.id',
      ),
    );
    if (reached.at(-1) === 'editor') await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
  }
  assert.deepEqual(reached, [
    'starter',
    'release',
    'fix-all',
    'format',
    'copy-link',
    'colours',
    'editor',
    'resolved',
    'problems',
  ]);
  assert.equal(await textIn(page), 'type: tusk\n');
});

test('Tab in the editor indents the line', options, async () => {
  await write(page, 'resources:\ngpu: 24GB');
  await page.keyboard.press('Tab');
  assert.equal(await textIn(page), 'resources:\n  gpu: 24GB');
});

test('Esc closes the list, and Tab then leaves the editor', options, async () => {
  await write(page, 'type: ');
  await page.keyboard.press('Control+Space');
  await page.locator('#editor .cm-tooltip-autocomplete li').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#editor .cm-tooltip-autocomplete').waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await textIn(page), 'type: ');
});

table(
  'colours follow the system until the button is pressed',
  ['light', 'dark'] as const,
  async (colorScheme) => {
    const other = await playground.open('', { colorScheme });
    const shown = () => other.evaluate<string>('document.documentElement.dataset.colours');
    assert.equal(await shown(), colorScheme);
    await other.getByRole('button', { name: 'Switch between light and dark' }).click();
    assert.notEqual(await shown(), colorScheme);
    await other.close();
  },
  options,
);

/** The colours of text on its background in style.css, and how much they differ at least, by WCAG 2. */
const CONTRAST = 4.5;

table(
  'texts can be read',
  ['light', 'dark'] as const,
  async (colorScheme) => {
    const other = await playground.open('', { colorScheme });
    const colours = await other.evaluate<Record<string, string>>(
      `Object.fromEntries(['text', 'comment', 'key', 'string', 'anchor', 'link', 'error', 'warning', 'hint', 'paper', 'raised'].map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()]))`,
    );
    const { paper = '', raised = '', ...texts } = colours;
    for (const [name, colour] of Object.entries(texts)) {
      for (const ground of [paper, raised])
        assert.ok(
          contrast(colour, ground) >= CONTRAST,
          `${name} ${colour} on ${ground}: ${contrast(colour, ground).toFixed(1)}`,
        );
    }
    await other.close();
  },
  options,
);

/** The contrast of two colours `#rrggbb`, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
