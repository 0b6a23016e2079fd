// `npm start`: builds, and opens examples/ in a real VS Code with the extension loaded.
// `npm start -- --check` checks examples/ in the terminal instead, which needs nothing but Node.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';

const root = process.cwd();
const examples = join(root, 'examples');
const shown = join(examples, 'train.dstack.yml');
const WINDOW = [`--extensionDevelopmentPath=${root}`, examples, shown];

ensureDependencies();
const { buildProduct } = await import('../esbuild.mjs');
await buildProduct();
if (process.argv.includes('--check')) check();
else await open();

function check() {
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'check', 'examples/'], {
    stdio: 'inherit',
  });
  process.exit(status ?? 2);
}

/** Uses the first available VS Code: an installed one, a downloaded one, or one in the browser. */
async function open() {
  const { hasDisplay, obtainDesktopVscode } = await import('./vscode-desktop.mjs');
  if (hasDisplay() && (openInstalled() || openDownloaded(obtainDesktopVscode))) {
    console.log(
      'VS Code opens with examples/. Press Ctrl+Space in a file for what can be written.',
    );
    return;
  }
  await openInBrowser();
}

function openInstalled() {
  const shell = process.platform === 'win32';
  if (spawnSync('code', ['--version'], { shell, stdio: 'ignore' }).status !== 0) return false;
  return spawnSync('code', ['--new-window', ...WINDOW], { shell, stdio: 'ignore' }).status === 0;
}

function openDownloaded(obtainDesktopVscode) {
  try {
    spawn(obtainDesktopVscode(), WINDOW, { detached: true, stdio: 'ignore' }).unref();
    return true;
  } catch (error) {
    console.log(error.message);
    return false;
  }
}

/** Serves VS Code to a browser on this machine until Ctrl+C. */
async function openInBrowser() {
  const { CACHE } = await import('./cache.mjs');
  const { startVscodeServer } = await import('./vscode-server.mjs');
  try {
    const server = await startVscodeServer({ dataFolder: join(CACHE, 'start') });
    process.once('SIGINT', server.stop);
    process.once('SIGTERM', server.stop);
    const address = server.address({ workspace: examples, extension: root, open: shown });
    console.log(`VS Code runs at\n  ${address}\nOpen it in a browser. Ctrl+C ends it.`);
    await server.ended;
  } catch (error) {
    console.error(error.message);
    console.error(
      'Install VS Code (https://code.visualstudio.com) so that `code` is in the PATH, and run `npm start` again.',
    );
    console.error('`npm start -- --check` checks the examples without an editor.');
    process.exit(1);
  }
}
