import { dirname, resolve } from 'node:path';
import { Folders } from '../disk/folders';
import { DISK, pathFrom } from '../disk/node-files';
import { Pins } from '../disk/pins';
import { profilesFor } from '../disk/profiles';
import { uriOf } from '../disk/uris';
import { WorkspaceIndex, type Entry, type Profiles, type Workspace } from '../language';
import { isFolder } from './files';

/**
 * What is around the checked files: the other checked files, and what is on the disk in the given folders and in the
 * folders of the given files.
 */
export class Surroundings implements Workspace {
  readonly index = new WorkspaceIndex();
  /** Whether a folder was given: then all files in it are known. */
  readonly hasFolder: boolean;
  private readonly folders: Folders;
  /** The releases of dstack that the projects pin, up to the current folder. */
  readonly pins: Pins;
  /** The paths by which files are reported, by their URI. */
  private readonly files = new Map<string, string>();

  constructor(paths: readonly string[]) {
    this.hasFolder = paths.some(isFolder);
    const places = paths.map((path) => (isFolder(path) ? path : dirname(path)));
    const uris = places.map((place) => uriOf(pathFrom(resolve(place))));
    this.folders = new Folders(DISK, uris);
    const here = uriOf(pathFrom(process.cwd()));
    this.pins = new Pins(DISK, new Folders(DISK, [...uris, here]));
  }

  /** Remembers the path by which a file is reported. */
  add(file: string, uri: string): void {
    this.files.set(uri, file);
  }

  entries(folder: string): readonly Entry[] {
    return this.folders.entries(folder);
  }

  isFile(uri: string): boolean {
    return this.folders.isFile(uri);
  }

  profiles(uri: string): Profiles | undefined {
    return profilesFor(uri, this.folders, () => undefined);
  }

  pathOf(uri: string): string {
    return this.files.get(uri) ?? this.folders.label(uri);
  }

  pathInFolder(uri: string): string {
    return this.pathOf(uri);
  }
}
