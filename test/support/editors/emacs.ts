import { execFile, spawn, type ChildProcess } from 'node:child_process';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../server/eventually';
import { recipe, type Scene } from './scene';

const run = promisify(execFile);

const EMACS = process.env['DSTACK_EMACS'];

/** Milliseconds; an Emacs that asks a question would wait forever. */
const PATIENCE = 20_000;

/** For the option `skip` of a test that needs Emacs. */
export const NO_EMACS =
  EMACS === undefined && 'needs Emacs: tools/editors.mjs says why there is none';

/** Emacs would compile its libraries in the background. */
const NO_COMPILER = '(setq native-comp-deferred-compilation nil)';

/** The text of the buffer, in Lisp. */
export const TEXT = '(buffer-substring-no-properties (point-min) (point-max))';

/** Emacs without a screen, with the configuration of our page for eglot. */
export class Emacs {
  private file = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly socket: string,
    private readonly scene: Scene,
  ) {}

  static async start(scene: Scene): Promise<Emacs> {
    const socket = join(scene.home, 'emacs.socket');
    const init = scene.configure('init.el', recipe('emacs.md', 'elisp'));
    const args = ['-Q', `--fg-daemon=${socket}`, '--eval', NO_COMPILER, '-l', init];
    const child = spawn(EMACS ?? '', args, {
      cwd: scene.folder,
      env: scene.env,
      stdio: 'ignore',
      // The script of tools/editors.mjs starts the program.
      detached: true,
    });
    const emacs = new Emacs(child, socket, scene);
    const isReady = () => emacs.lisp('t').catch(() => false);
    assert.ok(await eventually(isReady, Boolean, PATIENCE), 'Emacs does not start');
    return emacs;
  }

  /** The value that a Lisp expression has in the buffer of the file that is open, as JSON. */
  async lisp(expression: string): Promise<unknown> {
    const buffer = this.file === '' ? '(current-buffer)' : `(find-file-noselect ${this.file})`;
    // Anything else than ASCII would be escaped as Lisp has it.
    const code = `(with-current-buffer ${buffer} (base64-encode-string
      (encode-coding-string (json-encode ${expression}) 'utf-8) t))`;
    const { stdout } = await run(`${EMACS ?? ''}client`, ['-s', this.socket, '--eval', code], {
      env: this.scene.env,
      timeout: PATIENCE,
    });
    return JSON.parse(Buffer.from(stdout.trim().slice(1, -1), 'base64').toString());
  }

  /** Opens a file that is not open yet, as a command of the user does. */
  async open(name: string): Promise<void> {
    this.file = JSON.stringify(this.scene.path(name));
    await this.lisp("(progn (switch-to-buffer (current-buffer)) (run-hooks 'post-command-hook) t)");
  }

  /** The same, and resolves when the server knows it. */
  async openWithServer(name: string): Promise<void> {
    await this.open(name);
    await this.until('(eglot-managed-p)', (isManaged) => isManaged === true);
  }

  /** Asks until the answer fits, and returns the last one. */
  until(expression: string, fits: (answer: unknown) => boolean): Promise<unknown> {
    return eventually(() => this.lisp(expression), fits);
  }

  async stop(): Promise<void> {
    const { pid, exitCode } = this.child;
    if (pid === undefined || exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    process.kill(-pid, 'SIGKILL');
    await ended;
  }
}
