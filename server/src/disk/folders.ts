import { MAX_FILE_BYTES, unescaped, type Entry } from '../language';
import type { Files } from './files';
import { folderOf, isIn, pathBelow } from './paths';
import { pathOf } from './uris';

/** The folders that the user has opened: the only part of the disk that is read. */
export class Folders {
  private readonly paths: Set<string>;

  constructor(
    private readonly files: Files,
    uris: readonly string[],
  ) {
    this.paths = new Set(pathsOf(uris));
  }

  /** Other folders of the same file system. */
  like(uris: readonly string[]): Folders {
    return new Folders(this.files, uris);
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
    if (path === undefined || this.around(path).length === 0) return undefined;
    const real = this.files.realPath(path);
    if (real === undefined) return undefined;
    if (this.around(real).length > 0) return path;
    const isInside = this.all.some((folder) => isIn(this.files.realPath(folder) ?? folder, real));
    return isInside ? path : undefined;
  }

  /** The path of a file within its folder, with the folder's name if there are several. */
  label(uri: string): string {
    return this.pathFrom(uri, (folder) => (this.paths.size > 1 ? folderOf(folder) : folder));
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
    return pathBelow(startOf(folder), path);
  }

  entries(uri: string): readonly Entry[] {
    const path = this.inside(uri);
    if (path === undefined) return [];
    return this.files.listing(path);
  }

  isFile(uri: string): boolean {
    const path = this.inside(uri);
    return path !== undefined && this.files.isFile(path);
  }

  /** The bytes of a file of the workspace, if a configuration can have as many; else undefined. */
  read(uri: string): Uint8Array | undefined {
    const path = this.inside(uri);
    return path === undefined ? undefined : this.files.read(path, MAX_FILE_BYTES);
  }

  /** The folders that a path lies in, the innermost first; none outside the workspace. */
  around(path: string): readonly string[] {
    const found: string[] = [];
    for (let at = path; ; at = folderOf(at)) {
      if (this.paths.has(at)) found.push(at);
      if (folderOf(at) === at) return found;
    }
  }
}

/** The paths of folders; URIs without a path are left out. */
function pathsOf(uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}
