import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isConfiguration } from '../cli/files';
import { Ignored } from './ignored';

/** Deeper folders are not looked into. */
const MAX_DEPTH = 30;

/**
 * The paths of the dstack files below a folder, without what Git ignores. Links are not followed. It ends when
 * `isWanted` says no.
 */
export async function* dstackFiles(
  folder: string,
  isWanted: () => boolean = () => true,
): AsyncGenerator<string> {
  yield* filesBelow(folder, await Ignored.above(folder), isWanted, 0);
}

async function* filesBelow(
  folder: string,
  outer: Ignored,
  isWanted: () => boolean,
  depth: number,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const ignored = await outer.within(folder);
  for (const entry of entries) {
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
  const names = relative(folder, path).split(sep);
  if (!isConfiguration(path) || names.length > MAX_DEPTH + 1) return false;
  let ignored = await Ignored.above(folder);
  let at = folder;
  for (const [index, name] of names.entries()) {
    ignored = await ignored.within(at);
    at = join(at, name);
    const entry = await lstat(at).catch(() => undefined);
    const isRight = index < names.length - 1 ? entry?.isDirectory() : entry?.isFile();
    if (!entry || !isRight || ignored.has(at, name, entry.isDirectory())) return false;
  }
  return true;
}
