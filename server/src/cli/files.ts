import { lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isConfiguration } from '../disk/configuration';
import { IgnorePatterns } from '../disk/ignore-patterns';
import { Ignored, UNUSED_RULES } from '../disk/ignored';
import { DISK, pathFrom } from '../disk/node-files';
import { isIn } from '../disk/paths';
import { t, type Text } from '../language';
import { codeOf, reasonOf } from './failure';
import { printedPath } from './printed';

/** A file to check, with the path that the user knows and the real path; why there is none to check; or a remark. */
export type Found =
  | { readonly path: string; readonly target: string }
  | { readonly path: string; readonly failure: Text }
  | { readonly path: string; readonly note: Text };

/**
 * The files to check for the paths of a command line: files as given, all configurations below a folder that Git does
 * not ignore, in the order of their names, those that match a pattern, and `-`, which is standard input. Each file is
 * listed once, under the first path that leads to it, from the current folder unless that path is absolute. A path that
 * cannot be used is listed with the reason. Nothing is opened.
 *
 * @param exclude patterns as in `.gitignore`, for what is not searched for; they start at the given folders, unless they
 *   are paths
 * @param stdinFilename the path of standard input, which replaces the file there
 */
export function* configurationFiles(
  paths: readonly string[],
  exclude: readonly string[] = [],
  stdinFilename?: string,
): Generator<Found> {
  const given = paths.flatMap((path) => realPathOf(path) ?? []);
  const seen = new Set<string>();
  if (stdinFilename !== undefined) seen.add(realPathOf(stdinFilename) ?? resolve(stdinFilename));
  for (const path of paths) {
    for (const found of foundAt(path, given, exclude)) {
      const place = 'target' in found ? found.target : resolve(found.path);
      if (seen.has(place)) continue;
      seen.add(place);
      yield { ...found, path: fromHere(found.path) };
    }
  }
}

/** A relative path without detours, such as `../jobs/a` in the folder `jobs`. */
function fromHere(path: string): string {
  return isAbsolute(path) ? path : relative('', path) || path;
}

/** The patterns for what is not searched for in a folder. Those that are paths are taken from there. */
function excludedIn(root: string, exclude: readonly string[]): IgnorePatterns {
  const patterns = exclude.map((pattern) => {
    if (!isAbsolute(pattern) && !/^\.\.?[/\\]/.test(pattern)) return pattern;
    const inside = relative(resolve(root), resolve(pattern)).split(sep);
    // `/jobs` can also be a pattern.
    if (inside[0] === '' || inside[0] === '..' || isAbsolute(inside.join(sep))) return pattern;
    return `/${inside.join('/')}${/[/\\]$/.test(pattern) ? '/' : ''}`;
  });
  return new IgnorePatterns(patterns.join('\n'));
}

/** That there is nothing to check for the paths of a command line. */
export function noConfigurations(paths: readonly string[]): Text {
  if (paths.every((path) => path === '.')) return t('No dstack configurations in this folder.');
  const places = paths.map((path) => `\`${printedPath(path)}\``).join(', ');
  return t('No dstack configurations in {0}.', places);
}

function* foundAt(
  path: string,
  given: readonly string[],
  exclude: readonly string[],
): Generator<Found> {
  const search = (folder: string) => searched(folder, given, excludedIn(folder, exclude));
  if (path === '-') yield { path, target: path };
  else if (isFolder(path)) yield* search(path);
  else if (isPattern(path)) yield* matching(path, search);
  else yield fileAt(path);
}

/** Shells on Windows pass patterns on; elsewhere they are quoted. A file can have such a name. */
function isPattern(path: string): boolean {
  return /[*?[]/.test(path) && !lstatSync(path, { throwIfNoEntry: false });
}

/** The files that match a pattern, as configurations below the folder in which it begins. */
function* matching(
  pattern: string,
  search: (folder: string) => Generator<Found>,
): Generator<Found> {
  const names = pattern.split(/[/\\]/);
  const start = names.findIndex((name) => /[*?[]/.test(name));
  const folder = names.slice(0, start).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const wanted = new IgnorePatterns(`/${names.slice(start).join('/')}`);
  let isFound = false;
  for (const found of isFolder(folder) ? search(folder) : []) {
    const inside = relative(folder, found.path).split(sep).join('/');
    if (wanted.ignores(inside, false) !== true) continue;
    isFound = true;
    yield found;
  }
  if (!isFound) yield { path: pattern, failure: t('no configuration matches this pattern') };
}

/** What a search of a folder depends on. */
interface Search {
  readonly given: readonly string[];
  readonly root: string;
  readonly excluded: IgnorePatterns;
}

/** The configurations below a folder, and the files with ignore rules that are not used. */
function* searched(
  root: string,
  given: readonly string[],
  excluded: IgnorePatterns,
): Generator<Found> {
  const unused = new Set<string>();
  const place = pathFrom(resolve(root));
  const rules = Ignored.above(DISK, place, (file) => unused.add(file)).within(place);
  const real = realPathOf(root) ?? resolve(root);
  yield* filesBelow(root, real, { given: [...given, real], root, excluded }, rules);
  for (const file of unused)
    yield { path: join(root, relative(resolve(root), file)), note: UNUSED_RULES };
}

function* filesBelow(
  folder: string,
  real: string,
  search: Search,
  ignored: Ignored,
): Generator<Found> {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, failure: reasonOf(error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // Links to folders are not followed, so a cycle cannot trap the search.
    const isFolder = entry.isDirectory();
    if (!isFolder && !isConfiguration(path)) continue;
    const place = pathFrom(resolve(path));
    const inside = relative(search.root, path).split(sep).join('/');
    if (ignored.has(place, entry.name, isFolder) || search.excluded.ignores(inside, isFolder))
      continue;
    const target = join(real, entry.name);
    if (isFolder) yield* filesBelow(path, target, search, ignored.within(place));
    // Below a real path, a regular file has one too. A name that is not UTF-8 cannot be opened.
    else if (entry.isFile() && !entry.name.includes('\ufffd')) yield { path, target };
    else yield within(search.given, fileAt(path));
  }
}

/** A link in a folder may lead to another path that the user has given, but to no other file of the machine. */
function within(given: readonly string[], found: Found): Found {
  if (!('target' in found) || given.some((one) => isIn(pathFrom(one), pathFrom(found.target))))
    return found;
  const failure = t('is a link to a place outside the given paths, and is not followed');
  return { path: found.path, failure };
}

/** Only regular files can be read without side effects and without waiting. */
function fileAt(path: string): Found {
  let isLink = false;
  try {
    isLink = lstatSync(path).isSymbolicLink();
    const target = realpathSync.native(path);
    const other = otherKind(lstatSync(target));
    if (other === undefined) return { path, target };
    return { path, failure: isLink ? LINKS[other] : KINDS[other] };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return { path, failure: reasonOf(error) };
    if (isLink) return { path, failure: t('is a broken link') };
    // The character that Node uses for bytes of a name that are not UTF-8.
    const isUnreadable = path.includes('\ufffd');
    return { path, failure: isUnreadable ? t('its name is not UTF-8') : reasonOf(error) };
  }
}

type Kind = 'folder' | 'pipe' | 'socket' | 'device';

/** Why an entry of each kind is not read, and a link to one. */
export const KINDS: Readonly<Record<Kind, Text>> = {
  folder: t('is a folder, not a file'),
  pipe: t('is a pipe, not a file'),
  socket: t('is a socket, not a file'),
  device: t('is a device, not a file'),
};
const LINKS: Readonly<Record<Kind, Text>> = {
  folder: t('is a link to a folder, not a file'),
  pipe: t('is a link to a pipe, not a file'),
  socket: t('is a link to a socket, not a file'),
  device: t('is a link to a device, not a file'),
};

/** The kind of an entry that is not a regular file. */
export function otherKind(entry: Stats): Kind | undefined {
  if (entry.isFile()) return undefined;
  if (entry.isDirectory()) return 'folder';
  if (entry.isFIFO()) return 'pipe';
  return entry.isSocket() ? 'socket' : 'device';
}

/** Whether a path leads to a folder, also by a link; false if it cannot be used. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
