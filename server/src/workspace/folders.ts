import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry } from '../language';

/** The folders that the user has opened: the only part of the disk that is read. */
export class Folders {
  private paths: readonly string[];

  constructor(uris: readonly string[]) {
    this.paths = uris.flatMap((uri) => pathOf(uri) ?? []);
  }

  get all(): readonly string[] {
    return this.paths;
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.flatMap((uri) => pathOf(uri) ?? []));
    const fresh = added.flatMap((uri) => pathOf(uri) ?? []);
    this.paths = [...this.paths.filter((path) => !gone.has(path)), ...fresh];
  }

  /** The path of a file or folder, where it lies in one of the folders, links resolved as well; else undefined. */
  inside(uri: string): string | undefined {
    const path = pathOf(uri);
    if (path === undefined || !this.contain(path)) return undefined;
    try {
      const real = realpathSync(path);
      return this.contain(real) || this.paths.some((folder) => isIn(realpathSync(folder), real))
        ? path
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** The path of a file within its folder, with the folder's name where there are several. */
  label(uri: string): string {
    const path = pathOf(uri);
    const folder = path && this.paths.find((one) => isIn(one, path));
    if (!folder) return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    const start = this.paths.length > 1 ? join(folder, '..') : folder;
    return relative(start, path).split(sep).join('/');
  }

  entries(uri: string): readonly Entry[] {
    const path = this.inside(uri);
    if (path === undefined) return [];
    try {
      return readdirSync(path, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory(),
      }));
    } catch {
      return [];
    }
  }

  isFile(uri: string): boolean {
    const path = this.inside(uri);
    return path !== undefined && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  }

  private contain(path: string): boolean {
    return this.paths.some((folder) => isIn(folder, path));
  }
}

function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path of a `file:` URI; undefined for other schemes and for what is no URI. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
