import { lstatSync, type Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isConfiguration } from '../cli/files';
import { Ignored } from './ignored';

/** Milliseconds of looking at names after which requests come first. */
const TURN = 10;

/** Deeper folders are not looked into. */
const MAX_DEPTH = 30;

/**
 * The paths of the dstack files of a folder, without what Git ignores, or those of a folder `below` in it. Links are not
 * followed. It ends when `isWanted` says no.
 */
export async function* dstackFiles(
  folder: string,
  isWanted: () => boolean = () => true,
  below = folder,
): AsyncGenerator<string> {
  const ignored = await new Walk(folder).rulesIn(below);
  if (ignored) yield* filesBelow(below, ignored, isWanted, depthOf(folder, below));
}

async function* filesBelow(
  folder: string,
  ignored: Ignored,
  isWanted: () => boolean,
  depth: number,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  let turn = performance.now();
  for (const entry of entries) {
    if (performance.now() - turn > TURN) {
      await new Promise((resolve) => setImmediate(resolve));
      turn = performance.now();
    }
    if (!isWanted()) return;
    const path = join(folder, entry.name);
    if (ignored.has(path, entry.name, entry.isDirectory())) continue;
    if (entry.isFile() && isConfiguration(path)) yield path;
    if (entry.isDirectory() && depth < MAX_DEPTH)
      yield* filesBelow(path, await ignored.within(path), isWanted, depth + 1);
  }
}

/**
 * Where a walk of a folder comes to, for single paths in it. What the folders on the way say is read once, so that it is
 * for one look at many files, which must not outlive the next change.
 */
export class Walk {
  private readonly rules = new Map<string, Promise<Ignored | undefined>>();

  constructor(private readonly folder: string) {}

  /** Whether `dstackFiles` of the folder would come to this path in it. */
  async finds(path: string): Promise<boolean> {
    if (!isConfiguration(path)) return false;
    const ignored = await this.rulesIn(dirname(path));
    if (!ignored || ignored.has(path, basename(path), false)) return false;
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
  }

  /** What is left out in a folder `at` below; undefined where the walk does not come to it. */
  rulesIn(at: string): Promise<Ignored | undefined> {
    const known = this.rules.get(at);
    if (known) return known;
    const rules = at === this.folder ? this.rulesAtTop() : this.rulesBelow(at);
    this.rules.set(at, rules);
    return rules;
  }

  private async rulesAtTop(): Promise<Ignored> {
    return (await Ignored.above(this.folder)).within(this.folder);
  }

  private async rulesBelow(at: string): Promise<Ignored | undefined> {
    if (depthOf(this.folder, at) > MAX_DEPTH) return undefined;
    const outer = await this.rulesIn(dirname(at));
    const entry = await lstat(at).catch(() => undefined);
    if (!entry?.isDirectory() || outer?.has(at, basename(at), true) !== false) return undefined;
    return outer.within(at);
  }
}

/** How many folders a path is below another, which it lies in. */
function depthOf(folder: string, below: string): number {
  return relative(folder, below)
    .split(sep)
    .filter((name) => name !== '').length;
}
