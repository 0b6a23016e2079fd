// What `npm start` and the tests need besides the project's own dependencies is made once in the user's cache folder.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The name of every folder in it has the version of its content, so clones can share it. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dstack-vscode');

/** The Node that VS Code, vsce and test-electron need. */
const NODE_VERSION = '24.21.0';

/**
 * Runs `make(folder)` unless an earlier run has finished it, and returns the folder. The marker is written last, so an
 * interrupted run is repeated.
 */
export function once(name, make) {
  const folder = join(CACHE, name);
  const marker = join(folder, '.complete');
  if (!existsSync(marker)) {
    mkdirSync(folder, { recursive: true });
    make(folder);
    writeFileSync(marker, '');
  }
  return folder;
}

/**
 * Installs one version of an npm package into its own cache folder and returns that folder. Install scripts of the
 * package run only if `scripts` is set.
 */
export function obtainPackage(name, version, { scripts = false } = {}) {
  const key = `${name.replace(/^@/, '').replace('/', '-')}-${version}`;
  return once(key, (folder) => {
    console.log(`Installing ${name}@${version} into ${folder}`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-audit', '--no-fund', ...(scripts ? [] : ['--ignore-scripts'])];
    npm(['install', ...flags, `${name}@${version}`], folder);
  });
}

/** Path of a Node that is new enough for VS Code's tools: this one, or one from npm. */
export function obtainNode() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const folder = obtainPackage('node', NODE_VERSION, { scripts: true });
  return join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Runs npm in `folder`; its output goes to `install.log` there, and on failure into the error. */
export function npm(args, folder) {
  run('npm', args, folder, { shell: process.platform === 'win32' });
}

/** Runs a command in `folder`, silently. Throws an error with the end of its output if it fails. */
export function run(command, args, folder, options = {}) {
  const logFile = join(folder, 'install.log');
  const log = openSync(logFile, 'w');
  const { status, error } = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', log, log],
    ...options,
  });
  closeSync(log);
  if (status === 0) return;
  const output =
    error?.message ?? readFileSync(logFile, 'utf8').trim().split('\n').slice(-12).join('\n');
  throw new Error(`"${[command, ...args].join(' ')}" failed in ${folder}:\n${output}`);
}
