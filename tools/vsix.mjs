// Packs what is built as a VSIX file.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addresses, hasRepository } from './addresses.mjs';
import { obtainNode, obtainPackage } from './cache.mjs';
import { pageOf, withoutFiles } from './page.mjs';
import { obtainZopfli, recompressed } from './recompress.mjs';

/** Not a dependency of the project: its 100 packages would double node_modules. */
const VSCE = '4.1.0';

/** Seconds: the date of every file in the archive, 1980-01-02. The same files give the same bytes. */
const DATE = '315619200';

/** What a manifest has for work on the project only. Everything that runs is bundled. */
const FOR_WORK = ['private', 'scripts', 'dependencies', 'devDependencies'];

/** Installs vsce into the cache on first use. */
export function obtainVsce() {
  const folder = obtainPackage('@vscode/vsce', VSCE);
  return join(folder, 'node_modules/@vscode/vsce/vsce');
}

/** Installs all that packing needs into the cache: tests pack where the network is refused. */
export function obtainPackers() {
  obtainNode();
  obtainVsce();
  obtainZopfli();
}

/**
 * Writes the VSIX to `output` and returns what vsce says. The files are collected in `folder` first, with the manifest
 * and the page for users in place of those for work on the project; there vsce needs no flags. Throws if it fails.
 * `repository` is an address to try in place of the one that package.json has.
 */
export async function packVsix(output, { folder = 'out/vsix', repository } = {}) {
  rmSync(folder, { recursive: true, force: true });
  for (const file of vsce(['ls', '--no-dependencies'], '.').trim().split(/\r?\n/)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  const text = (name) => readFileSync(name, 'utf8');
  const project = { ...JSON.parse(text('package.json')), ...(repository && { repository }) };
  const adapted = hasRepository(project) ? (markdown) => markdown : withoutFiles;
  writeFileSync(join(folder, 'README.md'), adapted(pageOf(text('README.md'))));
  writeFileSync(join(folder, 'CHANGELOG.md'), adapted(text('CHANGELOG.md')));
  const manifest = { ...project, ...addresses(project) };
  for (const key of FOR_WORK) delete manifest[key];
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const said = vsce(['package'], folder);
  const packed = join(folder, `${manifest.name}-${manifest.version}.vsix`);
  writeFileSync(output, await recompressed(readFileSync(packed)));
  return said;
}

function vsce(args, cwd) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: DATE, TZ: 'UTC' };
  const { status, stdout, stderr, error } = spawnSync(obtainNode(), [obtainVsce(), ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
  if (status === 0) return stdout;
  throw new Error(`vsce ${args.join(' ')} failed:\n${error?.message ?? stderr + stdout}`);
}
