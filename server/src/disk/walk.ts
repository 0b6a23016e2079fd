import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isConfiguration } from './configuration';
import { Ignored } from './ignored';
import { Turns } from './turns';

/** Deeper folders are not read. */
const MAX_DEPTH = 30;

/**
 * The paths of the dstack files of a folder, without what Git ignores, or those of a folder `below` in it. Links are not
 * followed. It ends when `isWanted` says no. Its work and that of its caller are cut into turns together.
 *
 * @param onUnused called with each file whose ignore rules are not used, since it is too long
 */
export async function* dstackFiles(
  folder: string,
  isWanted: () => boolean = () => true,
  below = folder,
  onUnused?: (file: string) => void,
): AsyncGenerator<string> {
  const ignored = new Walk(folder, onUnused).rulesIn(below);
  const turns = new Turns();
  if (ignored) yield* filesBelow(below, ignored, isWanted, depthOf(folder, below), turns);
}

async function* filesBelow(
  folder: string,
  ignored: Ignored,
  isWanted: () => boolean,
  depth: number,
  turns: Turns,
): AsyncGenerator<string> {
  for (const entry of entriesOf(folder)) {
    if (turns.isOver) await turns.next();
    if (!isWanted()) return;
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory() && depth < MAX_DEPTH;
    // Most files are not configurations, so the rules need not be read for them.
    if (!isFolder && !(entry.isFile() && isConfiguration(path))) continue;
    if (ignored.has(path, entry.name, isFolder)) continue;
    if (!isFolder) yield path;
    else yield* filesBelow(path, ignored.within(path), isWanted, depth + 1, turns);
  }
}

/** None if the folder cannot be read. It is read synchronously: waiting costs several times as much. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * The reach of a walk of a folder, for single paths in it. The rules on the way are read once, so it is for one look at
 * many files and must not outlive the next change.
 */
export class Walk {
  private readonly rules = new Map<string, Ignored | undefined>();

  constructor(
    private readonly folder: string,
    private readonly onUnused?: (file: string) => void,
  ) {}

  /** Whether `dstackFiles` of the folder would reach this path. */
  finds(path: string): boolean {
    if (!isConfiguration(path)) return false;
    const ignored = this.rulesIn(dirname(path));
    if (!ignored || ignored.has(path, basename(path), false)) return false;
    return kindOf(path)?.isFile() === true;
  }

  /** The ignore rules in a folder `at` below; undefined if the walk does not reach it. */
  rulesIn(at: string): Ignored | undefined {
    if (!this.rules.has(at)) {
      const isTop = at === this.folder;
      this.rules.set(at, isTop ? Ignored.above(at, this.onUnused).within(at) : this.rulesBelow(at));
    }
    return this.rules.get(at);
  }

  private rulesBelow(at: string): Ignored | undefined {
    if (depthOf(this.folder, at) > MAX_DEPTH) return undefined;
    const outer = this.rulesIn(dirname(at));
    if (outer?.has(at, basename(at), true) !== false) return undefined;
    return kindOf(at)?.isDirectory() ? outer.within(at) : undefined;
  }
}

/** The kind of a path, without following a link; undefined if it cannot be determined. */
function kindOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** How many folders a path is below another, which it lies in. */
function depthOf(folder: string, below: string): number {
  return relative(folder, below)
    .split(sep)
    .filter((name) => name !== '').length;
}
