// The Python environment with the real dstack, which the differential tests ask. Made once in the user's cache folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE, once, run } from './cache.mjs';

const requirements = join(
  dirname(dirname(fileURLToPath(import.meta.url))),
  'test/oracle/requirements.txt',
);

/** Name of the environment's folder: each set of versions has its own environment. */
export const PYTHON_FOLDER = `python-${createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)}`;

/**
 * Path of a Python that has exactly the packages of test/oracle/requirements.txt, installed on first use (a few
 * minutes, 700 MB). If the installation fails, it prints in one line what is missing, and returns undefined.
 */
export function obtainPython() {
  try {
    const folder = once(PYTHON_FOLDER, createEnvironment);
    return interpreter(folder);
  } catch (error) {
    console.error(`The tests that ask the real dstack cannot run. ${error.message}`);
    return undefined;
  }
}

/** The Python inside a virtual environment. */
export function interpreter(environment) {
  return process.platform === 'win32'
    ? join(environment, 'Scripts/python.exe')
    : join(environment, 'bin/python');
}

function createEnvironment(folder) {
  const python = findPython();
  console.log(`Creating a Python environment in ${folder}`);
  run(python, ['-m', 'venv', folder], folder);
  console.log('Installing dstack and its server into it (once, a few minutes)');
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'];
  run(interpreter(folder), [...pip, '-r', requirements], folder);
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
