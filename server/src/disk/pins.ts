import { decode, MAX_FILE_BYTES, pinFilesAmong, pinIn, WORKFLOWS, type Pin } from '../language';
import type { Files } from './files';
import type { Folders } from './folders';
import { folderOf, joined, pathBelow } from './paths';
import { pathOf } from './uris';

/** Folders on the way from a file to its workspace folder, at most. */
const MOST_LEVELS = 64;

/**
 * The releases of dstack that projects pin: of the folder of a file, else of a folder around it, up to the outermost
 * workspace folder. What was found is kept until `forget` is called.
 */
export class Pins {
  private readonly known = new Map<string, Pin | undefined>();

  constructor(
    private readonly files: Files,
    private readonly folders: Folders,
  ) {}

  /**
   * The pin for a file; undefined if no file pins dstack, or if the file is outside of the folders. A file without a
   * place yet is one of the first folder.
   */
  of(uri: string): Pin | undefined {
    const path = pathOf(uri);
    const [first] = this.folders.all;
    const outermost = path === undefined ? first : this.folders.around(path).at(-1);
    if (outermost === undefined) return undefined;
    let folder = path === undefined ? outermost : folderOf(path);
    for (let level = 0; level < MOST_LEVELS; level++) {
      const pin = this.inFolder(folder);
      if (pin) return { ...pin, file: pathBelow(outermost, joined(folder, pin.file)) };
      if (folder === outermost || folderOf(folder) === folder) return undefined;
      folder = folderOf(folder);
    }
    return undefined;
  }

  /** Looks again when it is asked again: a file with a pin has changed. */
  forget(): void {
    this.known.clear();
  }

  private inFolder(folder: string): Pin | undefined {
    // What is fetched is known already, or will be later.
    if (this.files.fetched) return this.read(folder);
    if (!this.known.has(folder)) this.known.set(folder, this.read(folder));
    return this.known.get(folder);
  }

  private read(folder: string): Pin | undefined {
    const names = [
      ...this.namesIn(folder),
      ...this.namesIn(joined(folder, WORKFLOWS)).map((name) => `${WORKFLOWS}/${name}`),
    ];
    for (const name of pinFilesAmong(names)) {
      const bytes = this.files.read(joined(folder, name), MAX_FILE_BYTES);
      const pin = bytes && pinIn(name, decode(bytes).text);
      if (pin) return pin;
    }
    return undefined;
  }

  private namesIn(folder: string): readonly string[] {
    return this.files.entries(folder).map(({ name }) => name);
  }
}
