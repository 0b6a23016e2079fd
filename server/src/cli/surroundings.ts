import { readdirSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorkspaceIndex, type Entry, type Workspace } from '../language';

/**
 * What is around the checked files: the other checked files, and what is on the disk in the given folders and in the
 * folders of the given files.
 */
export class Surroundings implements Workspace {
  readonly index = new WorkspaceIndex();
  /** Whether a folder was given, so that all its files are known. */
  readonly hasFolder: boolean;
  private readonly folders: readonly string[];
  /** Files that were read, by their URI. */
  private readonly files = new Map<string, string>();

  constructor(paths: readonly string[]) {
    this.hasFolder = paths.some(isFolder);
    this.folders = paths.map((path) => {
      const place = resolve(path);
      return isFolder(place) ? place : dirname(place);
    });
  }

  /** Remembers the path by which a file is reported. */
  add(file: string, uri: string): void {
    this.files.set(uri, file);
  }

  entries(folder: string): readonly Entry[] {
    const path = this.inside(folder);
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

  pathOf(uri: string): string {
    const path = pathFrom(uri);
    return this.files.get(uri) ?? (path === undefined ? uri : relative('', path));
  }

  pathInFolder(uri: string): string {
    return this.pathOf(uri);
  }

  private inside(uri: string): string | undefined {
    const path = pathFrom(uri);
    const isIn = (folder: string) =>
      path === folder || path?.startsWith(folder.endsWith(sep) ? folder : folder + sep);
    return this.folders.some(isIn) ? path : undefined;
  }
}

function pathFrom(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
