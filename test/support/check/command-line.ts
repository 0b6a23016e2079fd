import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Output } from '../../../server/src/cli/output';
import { Package } from '../../../server/src/disk/package';
import { run } from '../../../server/src/cli/run';
import { repositoryPath } from '../repository';

export const WRONG = 'type: task\ncomands: [ls]\n';
export const RIGHT = 'type: task\ncommands: [ls]\n';

/** The output of the command line, with `@` for the folder, and its exit code. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A separate folder for a test, and the command line that replaces `@` by that folder. */
export interface Tree {
  readonly folder: string;
  /** The path of an entry of the folder. */
  at(name: string): string;
  /** Writes a file, with the folders above it. */
  file(name: string, contents: string | Uint8Array): string;
  check(...args: readonly string[]): Printed;
}

/** The package as the command line finds it, which in tests is the checkout. */
export const PACKAGE = new Package(repositoryPath());

/** Runs a command line, in which `@` at the beginning of an argument stands for `folder`. */
export function printedBy(
  args: readonly string[],
  folder: string,
  host: Partial<Output> = {},
): Printed {
  let [out, err] = ['', ''];
  const code = run(
    args.map((arg) => arg.replace(/^@/, () => folder)),
    {
      out: (text) =>
        (out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')),
      err: (text) => (err += text),
      package: PACKAGE,
      ...host,
    },
  );
  return { code, out: out.replaceAll(folder, '@'), err: err.replaceAll(folder, '@') };
}

/** Passes a new folder to `body` and removes it afterwards. All users may read it. */
export function inTree(body: (tree: Tree) => void): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dstack-tree-')));
  chmodSync(folder, 0o777);
  const at = (name: string) => join(folder, name);
  try {
    body({
      folder,
      at,
      file: (name, contents) => {
        mkdirSync(dirname(at(name)), { recursive: true });
        writeFileSync(at(name), contents);
        return at(name);
      },
      check: (...args) => {
        return printedBy(['check', '--format=text', ...args], folder);
      },
    });
  } finally {
    allowAll(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Entries without permissions must be removed as well. */
function allowAll(folder: string): void {
  chmodSync(folder, 0o777);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) allowAll(join(folder, entry.name));
}

/** An account without rights on every Unix. */
const NOBODY = 65534;

/** Runs `body` as a user with no special rights: the user who runs the tests, or `nobody` if that is root. */
export function asNormalUser<T>(body: () => T): T {
  if (process.geteuid?.() !== 0) return body();
  process.setegid?.(NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return body();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

/** Whether this is root, who may change the owner of files. */
export const IS_ROOT = process.geteuid?.() === 0;

/** The reason why tests with links, modes and pipes are skipped; false if they run. */
export const NO_UNIX = process.platform === 'win32' && 'Windows has no such files';

/** Makes a named pipe; returns whether that is supported here. */
export function makePipe(path: string): boolean {
  return spawnSync('mkfifo', [path]).status === 0;
}
