// Chromium, driven by playwright-core: shows the VS Code server to tests and takes the pictures of the README.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, obtainPackage, run } from './cache.mjs';

const PLAYWRIGHT = '1.65.1';

/** Flags without which Chromium does not start as root, or calls home. */
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

/** Starts a headless browser. Throws an error that says how to get one when there is none. */
export async function launchBrowser() {
  const executablePath = obtainChromium();
  const folder = obtainPackage('playwright-core', PLAYWRIGHT);
  const entry = join(folder, 'node_modules/playwright-core/index.mjs');
  const { chromium } = await import(pathToFileURL(entry).href);
  return chromium.launch({ executablePath, args: FLAGS });
}

function obtainChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing Chromium (apt-get install chromium)');
    run('apt-get', ['update'], CACHE);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], CACHE);
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'Chromium is missing: `sudo apt install chromium`, or Google Chrome from https://www.google.com/chrome.',
  );
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...ELSEWHERE].find((file) => existsSync(file));
}
