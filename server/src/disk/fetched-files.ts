import type { Entry } from '../language';
import type { Fetched, FileEntry, Files, Kind } from './files';
import { folderOf, isIn, nameOf } from './paths';

/** Paths to fetch. */
export interface Wanted {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** What was fetched, in the same order; undefined for what cannot be read. */
export interface Answer {
  readonly folders: readonly (readonly FileEntry[] | undefined)[];
  readonly files: readonly (Uint8Array | undefined)[];
}

/** Milliseconds for which the content of a folder is not fetched again: only changes of dstack files are reported. */
const FRESH = 3000;

/** Bytes of all files that are kept; further ones count as unreadable. */
const MOST_BYTES = 200 * 1024 * 1024;

interface Known<T> {
  readonly value: T | undefined;
  /** Until when it need not be fetched again, in the time of `performance.now()`. */
  until: number;
}

/** Folders and files that `fetch` reads, such as those that only the client of the server reaches. */
export class FetchedFiles implements Files, Fetched {
  private readonly folders = new Map<string, Known<readonly FileEntry[]>>();
  private readonly contents = new Map<string, Known<Uint8Array>>();
  private readonly wanted = { folders: new Set<string>(), files: new Set<string>() };
  private isMissing = false;
  private last = Promise.resolve();
  private bytes = 0;
  /** How often something was said to be outdated. */
  private changes = 0;
  readonly fetched = this;

  constructor(private readonly fetch: (wanted: Wanted) => Promise<Answer>) {}

  entries(folder: string): readonly FileEntry[] {
    const known = this.folders.get(folder);
    if (!known && this.isAbsent(folder)) return [];
    if (!isFresh(known)) {
      this.wanted.folders.add(folder);
      this.isMissing = true;
    }
    return known?.value ?? [];
  }

  listing(folder: string): readonly Entry[] {
    return this.entries(folder).map(({ name, kind }) => ({ name, isFolder: kind === 'folder' }));
  }

  kindOf(path: string): Kind | undefined {
    const name = nameOf(path);
    return this.entries(folderOf(path)).find((entry) => entry.name === name)?.kind;
  }

  isFile(path: string): boolean {
    return this.kindOf(path) === 'file';
  }

  read(path: string, most: number): Uint8Array | undefined {
    const known = this.contents.get(path);
    if (!isFresh(known)) {
      this.wanted.files.add(path);
      this.isMissing = true;
    }
    return known?.value && known.value.length <= most ? known.value : undefined;
  }

  isLarger(path: string, most: number): boolean {
    return (this.contents.get(path)?.value?.length ?? 0) > most;
  }

  /** The client follows no links. */
  realPath(path: string): string {
    return path;
  }

  missing(): Promise<void> | undefined {
    if (!this.isMissing) return undefined;
    this.isMissing = false;
    const next = this.last.then(() => this.fetchWanted());
    this.last = next.catch(() => undefined);
    return next;
  }

  expect(path: string): void {
    if (!isFresh(this.contents.get(path))) this.wanted.files.add(path);
  }

  outdated(path: string): void {
    this.changes++;
    this.outdatedAbove(path);
    for (const known of [this.folders, this.contents])
      for (const [at, one] of known) if (isIn(path, at)) one.until = 0;
  }

  /** The folder of a path may have another content. If it is not known it may be new itself, and so on. */
  private outdatedAbove(path: string): void {
    const folder = folderOf(path);
    const known = this.folders.get(folder);
    if (known) known.until = 0;
    if (!known?.value && folder !== path) this.outdatedAbove(folder);
  }

  /** Whether a folder above is known and does not lead to this one: nobody must be asked. */
  private isAbsent(folder: string): boolean {
    const above = folderOf(folder);
    if (above === folder) return false;
    const known = this.folders.get(above);
    if (!known) return this.isAbsent(above);
    const name = nameOf(folder);
    return known.value?.some((entry) => entry.name === name && entry.kind === 'folder') === false;
  }

  private async fetchWanted(): Promise<void> {
    const stale = (known: ReadonlyMap<string, Known<unknown>>) => (path: string) =>
      !isFresh(known.get(path));
    // An earlier request may have brought some of it.
    const folders = [...this.wanted.folders].filter(stale(this.folders));
    const files = [...this.wanted.files].filter(stale(this.contents));
    this.wanted.folders.clear();
    this.wanted.files.clear();
    if (folders.length + files.length === 0) return;
    const { changes } = this;
    const answer = await this.fetch({ folders, files });
    // What has changed in the meantime may be older in the answer: it is fetched again.
    const isCurrent = changes === this.changes;
    const until = isCurrent ? performance.now() + FRESH : 0;
    for (const [index, path] of folders.entries())
      this.folders.set(path, { value: answer.folders[index], until });
    for (const [index, path] of files.entries())
      this.keep(path, answer.files[index], isCurrent ? Number.POSITIVE_INFINITY : 0);
  }

  private keep(path: string, content: Uint8Array | undefined, until: number): void {
    this.bytes -= this.contents.get(path)?.value?.length ?? 0;
    const value = this.bytes + (content?.length ?? 0) <= MOST_BYTES ? content : undefined;
    this.bytes += value?.length ?? 0;
    this.contents.set(path, { value, until });
  }
}

function isFresh(known: Known<unknown> | undefined): boolean {
  return known !== undefined && performance.now() < known.until;
}

/** The files of a disk, and those with paths that are URIs from another source. */
export function bySource(disk: Files, others: Files & Fetched): Files {
  const of = (path: string): Files => (/^[a-zA-Z][a-zA-Z\d+.-]+:\/\//.test(path) ? others : disk);
  return {
    entries: (folder) => of(folder).entries(folder),
    listing: (folder) => of(folder).listing(folder),
    kindOf: (path) => of(path).kindOf(path),
    isFile: (path) => of(path).isFile(path),
    read: (path, most) => of(path).read(path, most),
    isLarger: (path, most) => of(path).isLarger(path, most),
    realPath: (path) => of(path).realPath(path),
    fetched: {
      missing: () => others.missing(),
      expect: (path) => of(path).fetched?.expect(path),
      outdated: (path) => of(path).fetched?.outdated(path),
    },
  };
}
