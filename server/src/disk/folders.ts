import { realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { unescaped, type Entry } from '../language';
import { Listings } from './listings';
import { pathOf } from './uris';

/** Folders that were opened and closed. */
export interface FolderChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The folders that the user has opened: the only part of the disk that is read. */
export class Folders {
  private readonly paths: Set<string>;
  private readonly listings = new Listings();

  constructor(uris: readonly string[]) {
    this.paths = new Set(pathsOf(uris));
  }

  get all(): readonly string[] {
    return [...this.paths];
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  change(added: readonly string[], removed: readonly string[]): void {
    for (const path of pathsOf(removed)) this.paths.delete(path);
    for (const path of pathsOf(added)) this.paths.add(path);
  }

  /** The path of a file or folder if it is in one of the folders, also after resolving links; else undefined. */
  inside(uri: string): string | undefined {
    const path = pathOf(uri);
    if (path === undefined || this.around(resolve(path)).length === 0) return undefined;
    try {
      const real = realpathSync(path);
      return this.around(real).length > 0 ||
        this.all.some((folder) => isIn(realpathSync(folder), real))
        ? path
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** The path of a file within its folder, with the folder's name if there are several. */
  label(uri: string): string {
    return this.pathFrom(uri, (folder) => (this.paths.size > 1 ? join(folder, '..') : folder));
  }

  /** The path of a file within its folder. */
  pathInFolder(uri: string): string {
    return this.pathFrom(uri, (folder) => folder);
  }

  /** The path of a file from a start that its folder gives; outside of the folders the name of the file. */
  private pathFrom(uri: string, startOf: (folder: string) => string): string {
    const path = pathOf(uri);
    const folder = path && this.all.find((one) => isIn(one, path));
    if (!folder) return unescaped(uri.slice(uri.lastIndexOf('/') + 1));
    return relative(startOf(folder), path).split(sep).join('/');
  }

  entries(uri: string): readonly Entry[] {
    const path = this.inside(uri);
    if (path === undefined) return [];
    try {
      return this.listings.of(path);
    } catch {
      return [];
    }
  }

  isFile(uri: string): boolean {
    const path = this.inside(uri);
    return path !== undefined && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  }

  /** The folders that a path without a separator at its end lies in, the innermost first; none outside the workspace. */
  around(path: string): readonly string[] {
    const found: string[] = [];
    for (let at = path; ; at = dirname(at)) {
      if (this.paths.has(at)) found.push(at);
      if (dirname(at) === at) return found;
    }
  }
}

/** Whether a path is a folder or is below it; both without a separator at the end. */
export function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The paths of folders, without a separator at the end; those that are not on the disk are left out. */
function pathsOf(uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => pathOf(uri) ?? []).map((path) => resolve(path));
}
