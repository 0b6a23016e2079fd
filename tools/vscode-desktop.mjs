// Desktop VS Code, downloaded by @vscode/test-electron where that is possible.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, obtainNode, obtainPackage } from './cache.mjs';

const TEST_ELECTRON = '3.1.0';

/** What a download, or a run of the suite, takes at most. */
const MINUTES = 10;

/** Whether a window can be opened here. */
export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/** Downloads VS Code into the cache unless it is there, and gives the path of its executable. Throws when offline. */
export function obtainDesktopVscode() {
  console.log('Looking for the current VS Code (once, 200 MB)');
  const { stdout } = testElectron('downloadAndUnzipVSCode', {
    version: 'stable',
    cachePath: join(CACHE, 'desktop'),
    extractSync: true,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** Runs a test suite in desktop VS Code, with a profile of its own in `dataFolder`, until the window has closed. */
export function runInDesktopVscode({ workspace, extension, tests, env, dataFolder }) {
  const profile = ['user-data', 'extensions'].map(
    (name) => `--${name}-dir=${join(dataFolder, name)}`,
  );
  testElectron(
    'runTests',
    {
      vscodeExecutablePath: obtainDesktopVscode(),
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: env,
      launchArgs: [workspace, ...profile, '--disable-extensions'],
    },
    'ignore',
  );
}

/** Calls a function of @vscode/test-electron under a Node that it supports. Its answer is the last line printed. */
function testElectron(name, options, stdout = 'pipe') {
  const folder = obtainPackage('@vscode/test-electron', TEST_ELECTRON);
  const entry = join(folder, 'node_modules/@vscode/test-electron/out/index.js');
  const code = `
    import library from ${JSON.stringify(pathToFileURL(entry).href)};
    console.log('\\n' + JSON.stringify(await library.${name}(${JSON.stringify(options)})));`;
  const result = spawnSync(obtainNode(), ['--input-type=module', '-e', code], {
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
