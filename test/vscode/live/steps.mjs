// What a user does with a dstack server, step by step: each has what is expected on the screen, or of VS Code's API.
import assert from 'node:assert/strict';
import { keptIn } from './leaks.mjs';

const LENS = '.codelens-decoration';
const ROW = '.pane-body .monaco-list-row';
const VIEW = '.pane-body';
const STATUS = '.statusbar-item';
const DIALOG = '.monaco-dialog-box';
const TERMINAL = '.part.panel .xterm-rows';
const LOG = '.part.editor .xterm-rows';

/** Values of `env`: of the file that is open, and of a run that the server has. */
export const FILE_SECRET = 'hunter2-of-the-file';
export const RUN_SECRET = 'hunter2-of-the-run';

export const FILE = `type: task
name: train

commands:
  - for i in $(seq 1 40); do echo "step $i"; sleep 0.5; done
env:
  - SECRET=${FILE_SECRET}

fleets: [cloud]
max_price: 0.1

resources:
  gpu: 16GB..
`;

/** A file that only the server refuses, in its fifth line. */
export const REFUSED = `type: task
commands: ['true']
volumes:
  - data:/data
  - nope:/data
`;

/** A run of somebody else, which gets no further than to a machine in the cloud. */
export const SLEEPER = {
  run_name: 'sleeper',
  configuration: {
    type: 'task',
    name: 'sleeper',
    commands: ['sleep 1000'],
    env: { SECRET: RUN_SECRET },
    fleets: ['cloud'],
    resources: { gpu: 'T4' },
  },
};

/** The task that applies the file. */
const APPLY = 'apply train.dstack.yml';

/** Milliseconds: the server of dstack looks at a run that runs every 10 s. */
const RUN = 240_000;

/** Opens the logs of the run from its row. A click is lost if the view draws its rows anew under it. */
async function openLogs({ page }) {
  const row = page.locator(ROW, { hasText: 'train' }).first();
  for (let attempt = 1; ; attempt++) {
    await row.hover();
    await row.locator('.action-label[aria-label*="Logs"]').click();
    const isOpen = page.locator(LOG).first().waitFor({ timeout: 15_000 });
    if (
      await isOpen.then(
        () => true,
        () => false,
      )
    )
      return;
    if (attempt === 5) throw new Error('The logs of the run do not open.');
  }
}

export const STEPS = [
  ['a file opens', (window) => window.file('train.dstack.yml')],
  [
    'before connecting nothing of it is loaded, and no timer runs',
    async (window) => {
      const timers = await window.host.run(async (_, pause, seen) => {
        const wait = () => new Promise((resolve) => setTimeout(resolve, pause));
        // What opening the file has started ends first.
        await wait();
        seen.timers.length = 0;
        await wait();
        return seen.timers;
      }, 3000);
      assert.deepEqual(timers, []);
      assert.deepEqual(await loaded(window), ['extension.js', 'web/extension.js']);
    },
  ],
  [
    'the view says how to connect',
    async (window) => {
      await window.views('Nothing is sent before you connect');
    },
  ],
  [
    'connecting asks first, with address and project',
    async (window) => {
      await window.host.start('dstack.connect');
      await window.sees(DIALOG, 'Connect to project main at http://127.0.0.1');
      await window.picture('consent');
      await window.answer('Connect');
      await window.sees(STATUS, 'main @ 127.0.0.1');
    },
  ],
  [
    'the views have fleets with machines',
    async (window) => {
      await window.sees(ROW, 'onprem');
      await window.sees(ROW, 'cloud');
    },
  ],
  [
    'a lens says that there are no offers, and the plan says why',
    async (window) => {
      await window.sees(LENS, 'No offers');
      await window.click(`${LENS} a`, 'No offers');
      await window.sees('.view-line', 'Why there are no offers');
      await window.sees(LENS, 'Set max_price to 0.53');
      await window.sees(LENS, 'Remove fleets');
    },
  ],
  [
    'an edit brings offers, and the plan follows when the file is saved',
    async (window) => {
      await window.click(`${LENS} a`, 'Set max_price');
      await window.sees('.view-line', 'max_price: 0.53');
      await window.host.run((vscode) => vscode.workspace.saveAll());
      await window.sees('.view-line', '$0.526/h');
      await window.sees(LENS, '$0.526 per hour, g4dn.xlarge in us-east-1');
    },
  ],
  [
    'completion and hover have the names of the server',
    async (window) => {
      const { host } = window;
      await window.file('train.dstack.yml');
      await host.run((vscode) => {
        const { activeTextEditor: editor } = vscode.window;
        const at = editor.document.positionAt(editor.document.getText().indexOf('cloud'));
        editor.selection = new vscode.Selection(at, at);
        return editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 5))));
      });
      await host.start('editor.action.triggerSuggest');
      await window.sees('.suggest-widget .monaco-list-row', 'onprem');
      await window.picture('completion');
      await host.start('hideSuggestWidget');
      await host.run(async (vscode) => {
        const { activeTextEditor: editor } = vscode.window;
        await editor.edit((edit) => edit.insert(editor.selection.active, 'onprem'));
        await editor.document.save();
      });
      await window.sees(LENS, 'idle machine');
      const hover = await host.run(async (vscode) => {
        const { document } = vscode.window.activeTextEditor;
        const at = document.positionAt(document.getText().indexOf('onprem') + 1);
        const command = 'vscode.executeHoverProvider';
        const found = await vscode.commands.executeCommand(command, document.uri, at);
        return found.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n');
      });
      assert.match(hover, /1 free instance/);
    },
  ],
  [
    'apply asks in a terminal, and submits',
    async (window) => {
      await apply(window);
      await window.sees(ROW, 'train', RUN);
    },
  ],
  [
    'stopping a run asks first',
    async (window) => {
      await window.host.start('dstack.stopRun');
      await window.choose('sleeper');
      await window.sees(DIALOG, 'Stop the run sleeper?');
      await window.picture('stop');
      await window.answer('Cancel');
      await window.sees(ROW, /sleeper.*provisioning/);
      await window.host.start('dstack.stopRun');
      await window.choose('sleeper');
      await window.answer('Stop');
      await window.sees(ROW, /sleeper.*(terminating|stopped|terminated)/, RUN);
    },
  ],
  [
    'attaching runs the command line in a terminal',
    async (window) => {
      await window.sees(ROW, /train.*running/, RUN);
      await window.host.start('dstack.attach');
      await window.choose('train');
      await window.sees(TERMINAL, 'Attached to run train', RUN);
      await window.picture('attach');
      await window.host.run((vscode) =>
        vscode.tasks.taskExecutions.find(({ task }) => task.name === 'attach train').terminate(),
      );
    },
  ],
  [
    'the logs of the run follow it to its end',
    async (window) => {
      await openLogs(window);
      await window.sees(LOG, 'step 40', RUN);
      await window.sees(LOG, 'The run has ended: exited (0)', RUN);
    },
  ],
  [
    'the task ends with 0, and the view shows it',
    async (window) => {
      // On a machine that is busy the command line gives up before the server says that the run has ended.
      if ((await exitOf(window)) !== 0) {
        await apply(window);
        assert.equal(await exitOf(window), 0);
      }
      await window.sees(ROW, 'exited (0)');
    },
  ],
  [
    'what apply refuses is shown at its line',
    async (window) => {
      await window.file('refused.dstack.yml');
      await window.host.start('dstack.apply');
      const found = await window.host.until('a problem', (vscode) => {
        const { uri } = vscode.window.activeTextEditor.document;
        const ours = ({ source }) => source === 'dstack apply';
        const problems = vscode.languages.getDiagnostics(uri).filter(ours);
        return problems.map(({ message, range }) => [range.start.line + 1, message])[0];
      });
      assert.equal(found[0], 5);
      assert.match(found[1], /Volume \['nope'\] not found/);
      await window.picture('refusal');
    },
  ],
  [
    'another project asks again, and has its own things',
    async (window) => {
      await window.host.start('dstack.switchProject');
      await window.choose('second');
      await window.sees(DIALOG, 'Connect to project second at http://127.0.0.1');
      await window.answer('Connect');
      await window.sees(STATUS, 'second @ 127.0.0.1');
      await window.sees(VIEW, 'This project has no runs.');
      await window.seesNo(ROW, 'onprem');
    },
  ],
  [
    'a window that is loaded again is connected to the same',
    async (window) => {
      await window.reload();
      await window.sees(STATUS, 'second @ 127.0.0.1');
      await window.seesNo(DIALOG, 'Connect');
    },
  ],
  [
    'what VS Code keeps has the address, and no secret',
    async ({ page, stand }) => {
      const state = await keptIn(page);
      assert.ok(state.includes(stand.url));
      for (const secret of [stand.token, stand.memberToken, RUN_SECRET])
        assert.ok(!state.includes(secret));
    },
  ],
  [
    'after disconnecting nothing of it is there',
    async (window) => {
      await window.host.start('dstack.disconnect');
      await window.views('Nothing is sent before you connect');
      await window.seesNo(STATUS, 'second @');
    },
  ],
  [
    'nothing is connected when the window is loaded again after that',
    async (window) => {
      await window.reload();
      await window.views('Nothing is sent before you connect');
      assert.ok(!(await loaded(window)).includes('live.js'));
      await window.seesNo(STATUS, '@ 127.0.0.1');
    },
  ],
];

/** The programs of ours that the extension host has loaded. */
async function loaded({ host }) {
  const files = await host.run((_, __, seen) => seen.loaded());
  return files.map((file) => file.replace(/^.*?\/dist\//, ''));
}

/** Applies the file and answers the question of the command line. */
async function apply(window) {
  await window.file('train.dstack.yml');
  await window.host.run((_, name, { exits }) => delete exits[name], APPLY);
  await window.click(`${LENS} a`, /^\W*Apply$/);
  await window.sees(TERMINAL, 'Submit the run');
  await window.picture('apply');
  await say(window, 'y');
}

/** The exit code of the task that applies, when it has ended. */
async function exitOf({ host }) {
  const body = (_, name, { exits }) => name in exits && [exits[name]];
  const [code] = await host.until('the end of the task', body, APPLY, RUN);
  return code;
}

/** Types a line into the terminal of the task. */
function say({ host }, line) {
  return host.run((vscode, text) => vscode.window.activeTerminal.sendText(text), line);
}
