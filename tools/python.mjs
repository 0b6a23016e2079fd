// The Python environment with the real dstack, which the differential tests ask. Made once in the user's cache folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE, once, run } from './cache.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ORACLE = join(root, 'test/oracle/requirements.txt');
const STAND = join(root, 'test/support/stand/requirements.txt');
const CI = join(root, 'test/dist/ci-requirements.txt');

const UV_VERSION = '0.13.9';
/** Nothing is kept or fetched outside our folder of the cache. */
const UV = {
  env: { ...process.env, UV_CACHE_DIR: join(CACHE, 'uv'), UV_PYTHON_DOWNLOADS: 'never' },
};
let uvFailed = false;

/** Name of the environment's folder: each set of versions has its own environment. */
export const PYTHON_FOLDER = folderFor('python', ORACLE);

/**
 * Path of a Python that has exactly the packages of test/oracle/requirements.txt, installed on first use (a few
 * minutes, 700 MB). If the installation fails, it prints in one line what is missing, and returns undefined.
 */
export function obtainPython() {
  try {
    return interpreter(once(PYTHON_FOLDER, (folder) => createEnvironment(folder, ORACLE)));
  } catch (error) {
    console.error(`The tests that ask the real dstack cannot run. ${error.message}`);
    return undefined;
  }
}

/**
 * Path of a Python that has a dstack server and what its stand needs (test/support/stand), installed on first use. If
 * the installation fails, it prints in one line what is missing, and returns undefined.
 */
export function obtainStandPython() {
  try {
    const folder = folderFor('stand', STAND);
    return interpreter(once(folder, (made) => createEnvironment(made, STAND)));
  } catch (error) {
    console.error(`The tests against a dstack server cannot run. ${error.message}`);
    return undefined;
  }
}

/**
 * The variable with the folder of the programs that check and run what .github, action.yml and .pre-commit-hooks.yaml
 * say, installed on first use. If the installation fails, it prints in one line what is missing, and returns none.
 */
export function obtainCiTools() {
  try {
    const folder = once(folderFor('ci-tools', CI), (made) => installInto(made, '-r', CI));
    return { DSTACK_CI_TOOLS: dirname(interpreter(folder)) };
  } catch (error) {
    console.error(`The tests of workflows and hooks cannot run. ${error.message}`);
    return {};
  }
}

function folderFor(name, requirements) {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  return `${name}-${hash.slice(0, 12)}`;
}

/** The Python inside a virtual environment. */
export function interpreter(environment) {
  return process.platform === 'win32'
    ? join(environment, 'Scripts/python.exe')
    : join(environment, 'bin/python');
}

function createEnvironment(folder, requirements) {
  console.log('Installing dstack and its server into a Python environment (once, a few minutes)');
  installInto(folder, '-r', requirements);
}

/** Makes a virtual environment in a folder and installs packages into it, given as arguments of pip. */
export function installInto(folder, ...packages) {
  console.log(`Creating a Python environment in ${folder}`);
  createVenv(folder);
  installFor(interpreter(folder), folder, ...packages);
}

function createVenv(folder) {
  const python = findPython();
  const uv = obtainUv();
  try {
    if (uv !== undefined)
      return run(uv, ['venv', '--allow-existing', '--python', python, folder], folder, UV);
  } catch (error) {
    console.log(`venv is used: ${firstLine(error)}`);
  }
  run(python, ['-m', 'venv', folder], folder);
}

/** Installs packages, given as arguments of pip, for a Python. Its output goes to a file in a folder. */
export function installFor(python, folder, ...packages) {
  const uv = obtainUv();
  if (uv !== undefined) {
    try {
      return run(uv, ['pip', 'install', '--python', python, ...packages], folder, UV);
    } catch (error) {
      // It does not read the configuration of pip, which may name another index.
      console.log(`pip is used: ${firstLine(error)}`);
    }
  }
  // An environment that uv has made has no pip.
  run(python, ['-m', 'ensurepip'], folder);
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--no-compile'];
  run(python, [...pip, ...packages], folder);
}

/** Path of uv, which installs a dstack in seconds where pip takes more than a minute; undefined if it cannot be had. */
function obtainUv() {
  if (uvFailed) return undefined;
  try {
    const folder = once(`uv-${UV_VERSION}`, (made) => {
      run(findPython(), ['-m', 'venv', made], made);
      run(interpreter(made), ['-m', 'pip', 'install', `uv==${UV_VERSION}`], made);
    });
    const name = process.platform === 'win32' ? 'uv.exe' : 'uv';
    return join(dirname(interpreter(folder)), name);
  } catch (error) {
    uvFailed = true;
    console.log(`pip is used: ${firstLine(error)}`);
    return undefined;
  }
}

function firstLine({ message }) {
  return message.split('\n', 1)[0];
}

/** Name of a Python that is recent enough and can make virtual environments. */
function findPython() {
  const names = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
  const succeeds = (name, code) => spawnSync(name, ['-c', code]).status === 0;
  const recent = names.filter((name) =>
    succeeds(name, 'import sys; sys.exit(sys.version_info < (3, 10))'),
  );
  const complete = recent.find((name) => succeeds(name, 'import ensurepip, venv'));
  if (complete !== undefined) return complete;
  throw new Error(
    recent.length > 0
      ? `${recent[0]} lacks the venv module: \`apt install python3-venv\` on Debian and Ubuntu.`
      : 'Python 3.10 or later is missing: `apt install python3 python3-venv`, or https://python.org.',
  );
}

/** Path of the Python that an earlier `obtainPython` has made, or undefined. */
export function obtainedPython() {
  const folder = join(CACHE, PYTHON_FOLDER);
  return existsSync(join(folder, '.complete')) ? interpreter(folder) : undefined;
}
