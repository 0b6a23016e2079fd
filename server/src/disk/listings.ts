import { readdirSync, statSync } from 'node:fs';
import type { Entry } from '../language';

/** Maximum number of folders whose content is kept. */
const MOST_KEPT = 100;

/** Milliseconds that the clock of a disk may not distinguish: a folder that has just changed may do so again unseen. */
const SETTLED = 2000;

interface Listing {
  /** When an entry was last added, removed or renamed. */
  readonly changed: number;
  readonly entries: readonly Entry[];
}

/** The content of folders, which is read again only after it has changed: thousands of files may ask for it. */
export class Listings {
  private readonly kept = new Map<string, Listing>();

  /** The same list as long as the folder does not change. Throws if the folder cannot be read. */
  of(folder: string): readonly Entry[] {
    const { mtimeMs: changed } = statSync(folder);
    const kept = this.kept.get(folder);
    if (kept?.changed === changed) return kept.entries;
    const isSettled = Date.now() - changed > SETTLED;
    const entries = readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
    this.kept.delete(folder);
    if (isSettled) this.keep(folder, { changed, entries });
    return entries;
  }

  private keep(folder: string, listing: Listing): void {
    const [oldest] = this.kept.size < MOST_KEPT ? [] : this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(folder, listing);
  }
}
