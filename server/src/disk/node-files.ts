import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import type { Files, Kind } from './files';
import { Listings } from './listings';

const listings = new Listings();

/** The disk. Node takes paths with `/` on Windows as well. */
export const DISK: Files = {
  entries: (folder) =>
    orUndefined(() => readdirSync(folder, { withFileTypes: true }))?.map((entry) => ({
      name: entry.name,
      kind: kindOf(entry),
    })) ?? [],
  listing: (folder) => orUndefined(() => listings.of(folder)) ?? [],
  kindOf(path) {
    const entry = orUndefined(() => lstatSync(path, { throwIfNoEntry: false }));
    return entry && kindOf(entry);
  },
  isFile: (path) => orUndefined(() => statSync(path, { throwIfNoEntry: false }))?.isFile() === true,
  read,
  isLarger: (path, most) =>
    (orUndefined(() => statSync(path, { throwIfNoEntry: false }))?.size ?? 0) > most,
  realPath: (path) => orUndefined(() => pathFrom(realpathSync(path))),
};

/** The path, as in paths.ts, of one that Node has made. */
export function pathFrom(systemPath: string, windows = process.platform === 'win32'): string {
  if (!windows) return systemPath;
  return systemPath.replaceAll('\\', '/').replace(/^[A-Z](?=:)/, (drive) => drive.toLowerCase());
}

/** Reads synchronously: for thousands of small files, waiting for each step costs ten times as much. A pipe does not block. */
function read(path: string, most: number): Uint8Array | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const entry = fstatSync(file);
    return entry.isFile() && entry.size <= most ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function kindOf(entry: Dirent | Stats): Kind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

function orUndefined<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
