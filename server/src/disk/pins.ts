import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { decode, pinFilesAmong, pinIn, WORKFLOWS, type Pin } from '../language';
import { bytesOf } from './bytes';
import type { Folders } from './folders';
import { pathOf } from './uris';

/** Folders on the way from a file to its workspace folder, at most. */
const MOST_LEVELS = 64;

/**
 * The releases of dstack that projects pin: of the folder of a file, else of a folder around it, up to the outermost
 * workspace folder. What was found is kept until `forget` is called.
 */
export class Pins {
  private readonly known = new Map<string, Pin | undefined>();

  constructor(private readonly folders: Folders) {}

  /** The pin for a file; undefined if no file pins dstack, or if the file is outside of the folders. */
  of(uri: string): Pin | undefined {
    const path = pathOf(uri);
    const outermost = path === undefined ? undefined : this.folders.around(path).at(-1);
    if (path === undefined || outermost === undefined) return undefined;
    let folder = dirname(path);
    for (let level = 0; level < MOST_LEVELS; level++) {
      const pin = this.inFolder(folder);
      if (pin) return { ...pin, file: nameFrom(outermost, join(folder, pin.file)) };
      if (folder === outermost || dirname(folder) === folder) return undefined;
      folder = dirname(folder);
    }
    return undefined;
  }

  /** Looks again when it is asked again: a file with a pin has changed. */
  forget(): void {
    this.known.clear();
  }

  private inFolder(folder: string): Pin | undefined {
    if (!this.known.has(folder)) this.known.set(folder, this.read(folder));
    return this.known.get(folder);
  }

  private read(folder: string): Pin | undefined {
    const names = [
      ...namesIn(folder),
      ...namesIn(join(folder, WORKFLOWS)).map((name) => `${WORKFLOWS}/${name}`),
    ];
    for (const name of pinFilesAmong(names)) {
      const bytes = bytesOf(join(folder, name));
      const pin = bytes && pinIn(name, decode(bytes).text);
      if (pin) return pin;
    }
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function nameFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
