import { dirname, resolve } from 'node:path';
import { Folders } from '../disk/folders';
import { DISK, pathFrom } from '../disk/node-files';
import { Pins } from '../disk/pins';
import { profilesFor } from '../disk/profiles';
import { pathOf, uriOf } from '../disk/uris';
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
  /** The folder in which dstack would run. */
  private readonly current: Folders;
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
    this.current = new Folders(DISK, [here]);
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

  /** The profiles of the current folder, else those of the folder of a file. */
  profiles(uri: string): Profiles | undefined {
    const none = () => undefined;
    return profilesFor(uri, this.current, none) ?? profilesFor(uri, this.folders, none);
  }

  pathOf(uri: string): string {
    const reported = this.files.get(uri);
    if (reported !== undefined) return reported;
    const path = pathOf(uri);
    const isHere = path !== undefined && this.current.around(path).length > 0;
    return (isHere ? this.current : this.folders).label(uri);
  }

  pathInFolder(uri: string): string {
    return this.pathOf(uri);
  }
}
