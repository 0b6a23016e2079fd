import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isConfiguration } from '../cli/files';
import { Ignored } from './ignored';

/** Milliseconds of looking at names after which requests come first. */
const TURN = 10;

/** Deeper folders are not looked into. */
const MAX_DEPTH = 30;

/**
 * The paths of the dstack files of a folder, without what Git ignores, or those of a folder `below` in it. Links are not
 * followed. It ends when `isWanted` says no.
 */
export async function* dstackFiles(
  folder: string,
  isWanted: () => boolean = () => true,
  below = folder,
): AsyncGenerator<string> {
  const ignored = await rulesAt(folder, below);
  if (ignored) yield* filesBelow(below, ignored, isWanted, namesBetween(folder, below).length);
}

async function* filesBelow(
  folder: string,
  outer: Ignored,
  isWanted: () => boolean,
  depth: number,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const ignored = await outer.within(folder);
  let turn = performance.now();
  for (const entry of entries) {
    if (performance.now() - turn > TURN) {
      await new Promise((resolve) => setImmediate(resolve));
      turn = performance.now();
    }
    if (!isWanted()) return;
    const path = join(folder, entry.name);
    if (ignored.has(path, entry.name, entry.isDirectory())) continue;
    if (entry.isFile() && isConfiguration(path)) yield path;
    if (entry.isDirectory() && depth < MAX_DEPTH)
      yield* filesBelow(path, ignored, isWanted, depth + 1);
  }
}

/** Whether `dstackFiles` of a folder would come to this path in it. */
export async function isFound(folder: string, path: string): Promise<boolean> {
  if (!isConfiguration(path)) return false;
  const ignored = await (await rulesAt(folder, dirname(path)))?.within(dirname(path));
  if (!ignored || ignored.has(path, basename(path), false)) return false;
  const entry = await lstat(path).catch(() => undefined);
  return entry?.isFile() === true;
}

/** What is left out according to what stands above `below`; undefined where a walk of `folder` does not come to it. */
async function rulesAt(folder: string, below: string): Promise<Ignored | undefined> {
  const names = namesBetween(folder, below);
  if (names.length > MAX_DEPTH) return undefined;
  let ignored = await Ignored.above(folder);
  let at = folder;
  for (const name of names) {
    ignored = await ignored.within(at);
    at = join(at, name);
    const entry = await lstat(at).catch(() => undefined);
    if (!entry?.isDirectory() || ignored.has(at, name, true)) return undefined;
  }
  return ignored;
}

function namesBetween(folder: string, below: string): readonly string[] {
  return relative(folder, below)
    .split(sep)
    .filter((name) => name !== '');
}
