import type { Entry } from '../language';

/** What an entry of a folder is itself: a link is neither a file nor a folder. */
export type Kind = 'file' | 'folder' | 'other';

export interface FileEntry {
  readonly name: string;
  readonly kind: Kind;
}

/**
 * What a workspace needs of a file system: the disk, or one that only the client reaches. Paths are those of paths.ts.
 * Nothing throws. Answers are given at once: waiting for each costs several times as much in thousands of files.
 */
export interface Files {
  /** The content of a folder; empty if it cannot be read. */
  entries(folder: string): readonly FileEntry[];
  /** The same for a folder that many ask about; names, and which are folders. */
  listing(folder: string): readonly Entry[];
  /** What is at a path, without following a link; undefined if nothing is there or it cannot be determined. */
  kindOf(path: string): Kind | undefined;
  /** Whether there is a file at a path, also by a link. */
  isFile(path: string): boolean;
  /** The bytes of a file; undefined if it cannot be read, is not a file or has more than `most`. */
  read(path: string, most: number): Uint8Array | undefined;
  /** Whether a file has more than this many bytes. */
  isLarger(path: string, most: number): boolean;
  /** The path after following links; undefined if it leads nowhere. */
  realPath(path: string): string | undefined;
  /** Where files must be fetched, these hold in addition. */
  readonly fetched?: Fetched;
}

/** Files that are known only after they were fetched. Until then a folder is empty, and a file cannot be read. */
export interface Fetched {
  /** Fetches what has been asked for and is not known, or not known to be as it is now; undefined if there is nothing. */
  missing(): Promise<void> | undefined;
  /** A file will be asked for: it is fetched together with what is missing next. */
  expect(path: string): void;
  /** A file, or a folder and what is in it, may have changed. What is known of it is used until it is fetched again. */
  outdated(path: string): void;
}

/** More than the folders above a file, each of which may be missing. */
const MOST_ROUNDS = 50;

/** The result of `work`, which is done again each time that something it needs has been fetched. */
export async function complete<T>({ fetched }: Files, work: () => T): Promise<T> {
  for (let rounds = 0; ; rounds++) {
    const result = work();
    const missing = rounds < MOST_ROUNDS ? fetched?.missing() : undefined;
    if (!missing) return result;
    await missing;
  }
}
