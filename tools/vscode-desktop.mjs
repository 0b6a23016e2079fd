// Desktop VS Code, downloaded by @vscode/test-electron if possible.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CACHE, obtainNode } from './cache.mjs';

/** The time limit of a download, and of a run of the suite. */
const MINUTES = 10;

/** Milliseconds to wait for an answer of the server that has VS Code: offline, the wait should be short. */
const ANSWER = 5_000;

/** Whether a window can be opened here. */
export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/** Whether an invisible window can be opened here, on a separate display. */
function hasVirtualDisplay() {
  return spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0;
}

/** Downloads VS Code into the cache unless it is there, and returns the path of its executable. Throws if offline. */
export function obtainDesktopVscode() {
  console.log('Looking for the current VS Code (once, 200 MB)');
  const { stdout } = testElectron('downloadAndUnzipVSCode', {
    version: 'stable',
    cachePath: join(CACHE, 'desktop'),
    extractSync: true,
    timeout: ANSWER,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/**
 * Runs a test suite in desktop VS Code, with its own profile in `dataFolder`, until the window has closed. Throws if VS
 * Code can be neither downloaded nor shown; a failing suite is not an error.
 */
export function runInDesktopVscode({ workspace, extension, tests, env, dataFolder }) {
  const isVirtual = !hasDisplay();
  if (isVirtual && !hasVirtualDisplay()) throw new Error('there is no display and no xvfb-run');
  const profile = ['user-data', 'extensions'].map(
    (name) => `--${name}-dir=${join(dataFolder, name)}`,
  );
  const options = {
    vscodeExecutablePath: obtainDesktopVscode(),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs: [workspace, ...profile, '--disable-extensions'],
  };
  testElectron('runTests', options, { stdout: 'ignore', isVirtual });
}

/** Calls a function of @vscode/test-electron under a Node that it supports. Its answer is the last line printed. */
function testElectron(name, options, { stdout = 'pipe', isVirtual = false } = {}) {
  const code = `
    import library from '@vscode/test-electron';
    console.log('\\n' + JSON.stringify(await library.${name}(${JSON.stringify(options)})));`;
  const command = [obtainNode(), '--input-type=module', '-e', code];
  const [program, ...args] = isVirtual ? ['xvfb-run', '--auto-servernum', ...command] : command;
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
    timeout: MINUTES * 60_000,
  });
  if (result.status === 0 || name === 'runTests') return result;
  throw new Error(`VS Code could not be downloaded: ${lastLine(result.stderr)}`);
}

function lastLine(text) {
  const lines = text.split('\n').filter((line) => /error/i.test(line));
  return (lines[0] ?? 'no answer').trim();
}
