import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isConfiguration } from '../cli/files';
import { Ignored } from './ignored';

/** Deeper folders are not looked into. */
const MAX_DEPTH = 30;

/** The paths of the dstack files below a folder, without what Git ignores. Links are not followed. */
export async function* dstackFiles(
  folder: string,
  outer = Ignored.nothing,
  depth = 0,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const ignored = await outer.within(folder);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (ignored.has(path, entry.name, entry.isDirectory())) continue;
    if (entry.isFile() && isConfiguration(path)) yield path;
    if (entry.isDirectory() && depth < MAX_DEPTH) yield* dstackFiles(path, ignored, depth + 1);
  }
}
