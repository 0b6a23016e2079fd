// Chromium, driven by playwright-core: shows the VS Code server to tests and takes the pictures of the README.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, obtainPackage, once, run } from './cache.mjs';

const PLAYWRIGHT = '1.65.1';

/** Flags that let Chromium start as root, and keep it from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Starts a headless browser: an installed one, else one that it obtains. Throws an error that says how to get one. */
export async function launchBrowser() {
  const { playwright, executable } = obtain();
  const { chromium } = await import(pathToFileURL(join(playwright, 'index.mjs')).href);
  return chromium.launch({ ...executable, args: FLAGS });
}

/**
 * Variables for the tests that start a browser themselves, after this has obtained one: they have no network. Without a
 * browser there are none, and those tests are skipped.
 */
export function obtainBrowser() {
  try {
    obtain();
    return { DSTACK_BROWSER: 'yes' };
  } catch (error) {
    console.error(`The tests in a browser cannot run. ${error.message}`);
    return {};
  }
}

function obtain() {
  const playwright = join(
    obtainPackage('playwright-core', PLAYWRIGHT),
    'node_modules/playwright-core',
  );
  return {
    playwright,
    executable: findChromium() ?? installChromium() ?? downloadChromium(playwright),
  };
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = [...inPath, ...ELSEWHERE].find((file) => existsSync(file));
  return executablePath && { executablePath };
}

/** Debian's package, where this process may install packages. */
function installChromium() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return undefined;
  console.log('Installing Chromium (apt-get install chromium)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    run('apt-get', ['update'], CACHE, { env });
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], CACHE, { env });
  } catch (error) {
    console.log(error.message);
  }
  return findChromium();
}

/** Playwright's own build; Playwright finds it by itself. */
function downloadChromium(playwright) {
  process.env.PLAYWRIGHT_BROWSERS_PATH = join(CACHE, `browsers-${PLAYWRIGHT}`);
  const install = [join(playwright, 'cli.js'), 'install', '--only-shell', 'chromium'];
  try {
    once(`browsers-${PLAYWRIGHT}`, (folder) => {
      console.log('Downloading Chromium (once, 100 MB)');
      run(process.execPath, install, folder);
    });
    return {};
  } catch {
    throw new Error(
      'Chromium is missing and could not be downloaded: `sudo apt install chromium`, or Google Chrome from https://www.google.com/chrome.',
    );
  }
}
