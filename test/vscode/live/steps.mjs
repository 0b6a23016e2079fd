// What a user does with a dstack server, step by step: each has what is expected on the screen.

const LENS = '.codelens-decoration';
const ROW = '.pane-body .monaco-list-row';
const TERMINAL = '.part.panel .xterm-rows';
const LOG = '.part.editor .xterm-rows';
const SHOW_VIEWS = '.activitybar .action-label[aria-label*="dstack"]';

export const STEPS = [
  ['a file opens', (window) => window.file('train.dstack.yml')],
  [
    'the view says how to connect',
    async (window) => {
      await window.page.locator(SHOW_VIEWS).first().click();
      await window.sees('.pane-body', 'Nothing is sent before you connect');
    },
  ],
  [
    'connecting asks first, with address and project',
    async (window) => {
      await window.command('dstack: Connect');
      await window.sees('.monaco-dialog-box', 'Connect to project main at http://127.0.0.1');
      await window.picture('consent');
      await window.answer('Connect');
      await window.sees('.statusbar-item', 'main @ 127.0.0.1');
    },
  ],
  [
    'the views have fleets with machines',
    async (window) => {
      await window.sees(ROW, 'onprem');
      await window.sees(ROW, 'cloud');
    },
  ],
  ['a lens says that there are no offers', async (window) => window.sees(LENS, 'No offers')],
  [
    'the plan says why, with edits',
    async (window) => {
      await window.command('dstack: Show Plan');
      await window.sees('.view-line', 'Why there are no offers');
      await window.sees(LENS, 'Set max_price to 0.53');
      await window.sees(LENS, 'Remove fleets');
    },
  ],
  [
    'an edit brings offers, and the plan follows',
    async (window) => {
      await window.page.locator(`${LENS} a`, { hasText: 'Set max_price' }).click();
      await window.sees('.view-line', 'max_price: 0.53');
      await window.command('File: Save All');
      await window.sees('.view-line', '$0.526/h');
      await window.sees(LENS, '$0.526 per hour, g4dn.xlarge in us-east-1');
    },
  ],
  [
    'completion has the names of the server',
    async (window) => {
      const { page } = window;
      await page.locator('.view-line', { hasText: 'fleets: [cloud]' }).first().click();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      for (const _ of 'cloud') await page.keyboard.press('Backspace');
      await page.keyboard.press('Control+Space');
      await window.sees('.suggest-widget .monaco-list-row', 'onprem');
      await window.picture('completion');
      await page.keyboard.press('Escape');
      await page.keyboard.type('onprem');
      await page.keyboard.press('Escape');
      await window.command('File: Save All');
      await window.sees(LENS, 'idle machine');
    },
  ],
  [
    'apply asks in a terminal, and submits',
    async (window) => {
      const { page } = window;
      const apply = page.locator(`${LENS} a`, { hasText: /^\W*Apply$/ });
      await apply.first().click();
      await window.sees(TERMINAL, 'Submit the run');
      await page.locator(TERMINAL).first().click();
      await page.keyboard.type('y\n');
      await window.sees(ROW, 'train');
    },
  ],
  [
    'the logs of the run follow it to its end',
    async (window) => {
      const row = window.page.locator(ROW, { hasText: 'train' }).first();
      await row.hover();
      await row.locator('.action-label[aria-label*="Logs"]').click();
      await window.sees(LOG, 'step 20', 180_000);
      await window.sees(LOG, 'The run has ended: exited (0)', 120_000);
    },
  ],
  [
    'the task ends with 0, and the view shows it',
    async (window) => {
      await window.sees(TERMINAL, 'Exited (0)');
      await window.sees(ROW, 'exited (0)');
    },
  ],
  [
    'after disconnecting nothing of it is there',
    async (window) => {
      await window.command('dstack: Disconnect');
      await window.sees('.pane-body', 'Nothing is sent before you connect');
      await window.page
        .locator('.statusbar-item', { hasText: 'main @' })
        .waitFor({ state: 'hidden' });
    },
  ],
];
