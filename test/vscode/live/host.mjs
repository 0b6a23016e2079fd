// The extension host of a VS Code, in which functions of the tests run: see driver/.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const SOURCES = 'test/vscode/live/driver';

/** Milliseconds until something has happened, on a machine that is busy. */
const PATIENCE = 60_000;

/** Puts the driver into the folder of the extensions that are installed: VS Code develops one at a time, which is ours. */
export async function installDriver(extensions) {
  const folder = join(extensions, 'dstack-test.driver-0.0.0');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(SOURCES, 'package.json'), join(folder, 'package.json'));
  await build({
    entryPoints: [join(SOURCES, 'driver.ts')],
    outfile: join(folder, 'driver.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
}

export class ExtensionHost {
  /** `file` is where the driver writes its address. */
  constructor(file) {
    this.file = file;
  }

  /** Runs `(vscode, argument, seen) => ...` in the extension host and gives its result. It must not use other variables. */
  async run(body, argument) {
    const isThere = () => existsSync(this.file) && readFileSync(this.file, 'utf8');
    const address = await eventually('the extension host', isThere, PATIENCE);
    const request = { method: 'POST', body: JSON.stringify({ code: String(body), argument }) };
    const { value, error } = await (await fetch(address, request)).json();
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** The same until the result is one, which is given. */
  until(what, body, argument, patience = PATIENCE) {
    return eventually(what, () => this.run(body, argument), patience);
  }

  /** Starts a command of VS Code, which may show a dialog: it is not waited for. */
  start(command, ...args) {
    const body = (vscode, [id, ...rest]) => void vscode.commands.executeCommand(id, ...rest);
    return this.run(body, [command, ...args]);
  }

  /** Before the window is loaded again, which starts another extension host. */
  forget() {
    rmSync(this.file);
  }
}

/** The first answer that is not false, undefined, 0 or empty. */
async function eventually(what, question, patience) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`There is never ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
