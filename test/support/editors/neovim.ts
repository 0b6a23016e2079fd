import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../server/eventually';
import { recipe, type Scene } from './scene';

const run = promisify(execFile);

const NEOVIM = process.env['DSTACK_NEOVIM'];

/** Milliseconds; a Neovim that asks a question would wait forever. */
const PATIENCE = 20_000;

/** For the option `skip` of a test that needs Neovim. */
export const NO_NEOVIM =
  NEOVIM === undefined && 'needs Neovim: tools/editors.mjs says why there is none';

/** The text of the buffer, in Lua; a line break at its end is not a part of it. */
export const TEXT = 'table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n")';

/** Neovim without a screen, with the configuration of our page. Keys are typed into it from outside, as by a user. */
export class Neovim {
  private constructor(
    private readonly child: ChildProcess,
    private readonly socket: string,
    private readonly scene: Scene,
  ) {}

  static async start(scene: Scene): Promise<Neovim> {
    const socket = join(scene.home, 'socket');
    const init = scene.configure('init.lua', recipe('neovim.md', 'lua'));
    const args = ['--headless', '--listen', socket, '-n', '-i', 'NONE', '-u', init];
    const child = spawn(NEOVIM ?? '', args, {
      cwd: scene.folder,
      env: scene.env,
      stdio: 'ignore',
    });
    const neovim = new Neovim(child, socket, scene);
    await eventually(() => existsSync(socket), Boolean);
    return neovim;
  }

  /** The value that a Lua expression has. */
  async lua(expression: string): Promise<unknown> {
    const code = `local value = ${expression}
      if value == nil then value = vim.NIL end
      return vim.json.encode(value)`;
    const quoted = code.replaceAll("'", "''").replaceAll('\n', ' ');
    return JSON.parse(
      await this.remote('--remote-expr', `luaeval('loadstring(_A)()', '${quoted}')`),
    );
  }

  /** Types keys in Neovim's notation: `<Esc>`. */
  async type(keys: string): Promise<void> {
    await this.remote('--remote-send', keys);
  }

  /** Opens a file, and resolves when the server knows it. */
  async open(name: string): Promise<void> {
    await this.type(`<Esc>:edit! ${this.scene.path(name)}<CR>:edit!<CR>`);
    await this.until('#vim.lsp.get_clients({ bufnr = 0 })', (count) => count === 1);
    await this.until('vim.lsp.get_clients({ bufnr = 0 })[1].initialized', Boolean);
  }

  /** Replaces the text of the buffer, and waits until the server has its problems. */
  async set(text: string): Promise<void> {
    await this.lua(
      `vim.api.nvim_buf_set_lines(0, 0, -1, true, vim.split(${JSON.stringify(text)}, "\\n"))`,
    );
  }

  /** Opens the list of suggestions in insert mode, and resolves when it is there. */
  async suggest(): Promise<void> {
    await this.type('<C-e><C-x><C-o>');
    await this.until('vim.fn.pumvisible()', (visible) => visible === 1);
  }

  /** What it has told its user. */
  async messages(): Promise<string> {
    const { output } = (await this.lua('vim.api.nvim_exec2("messages", { output = true })')) as {
      output: string;
    };
    return output;
  }

  /** Asks until the answer fits, and returns the last one. */
  until(expression: string, fits: (answer: unknown) => boolean): Promise<unknown> {
    return eventually(() => this.lua(expression), fits);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  private async remote(option: string, value: string): Promise<string> {
    const { env } = this.scene;
    const { stdout, stderr } = await run(NEOVIM ?? '', ['--server', this.socket, option, value], {
      env,
      timeout: PATIENCE,
    });
    return stdout || stderr;
  }
}
