import { MAX_FILE_BYTES } from '../language';
import { isConfiguration } from './configuration';
import { complete, type FileEntry, type Files } from './files';
import { Ignored } from './ignored';
import { folderOf, joined, nameOf, pathBelow } from './paths';
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
  files: Files,
  folder: string,
  isWanted: () => boolean = () => true,
  below = folder,
  onUnused?: (file: string) => void,
): AsyncGenerator<string> {
  const ignored = await complete(files, () => {
    files.entries(below);
    return new Walk(files, folder, onUnused).rulesIn(below);
  });
  const turns = new Turns();
  if (ignored) yield* filesBelow(files, below, ignored, isWanted, depthOf(folder, below), turns);
}

async function* filesBelow(
  files: Files,
  folder: string,
  ignored: Ignored,
  isWanted: () => boolean,
  depth: number,
  turns: Turns,
): AsyncGenerator<string> {
  const rulesIn = (inner: string) => {
    if (!files.fetched) return ignored.within(inner);
    return complete(files, () => {
      files.entries(inner);
      return ignored.within(inner);
    });
  };
  const entries = files.entries(folder);
  const isToRead = ({ name, kind }: FileEntry) =>
    kind === 'file' && isConfiguration(joined(folder, name));
  if (files.fetched)
    for (const entry of entries.filter(isToRead)) files.fetched.expect(joined(folder, entry.name));
  for (const entry of entries) {
    const { name, kind } = entry;
    if (turns.isOver) await turns.next();
    if (!isWanted()) return;
    const path = joined(folder, name);
    const isFolder = kind === 'folder' && depth < MAX_DEPTH;
    // Most files are not configurations, so the rules need not be read for them.
    if (!isFolder && !isToRead(entry)) continue;
    if (ignored.has(path, name, isFolder)) continue;
    if (!isFolder) {
      if (files.fetched) await complete(files, () => files.read(path, MAX_FILE_BYTES));
      yield path;
    } else yield* filesBelow(files, path, await rulesIn(path), isWanted, depth + 1, turns);
  }
}

/**
 * The reach of a walk of a folder, for single paths in it. The rules on the way are read once, so it is for one look at
 * many files and must not outlive the next change.
 */
export class Walk {
  private readonly rules = new Map<string, Ignored | undefined>();

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly onUnused?: (file: string) => void,
  ) {}

  /** Whether `dstackFiles` of the folder would reach this path. */
  finds(path: string): boolean {
    if (!isConfiguration(path)) return false;
    const ignored = this.rulesIn(folderOf(path));
    if (!ignored || ignored.has(path, nameOf(path), false)) return false;
    return this.files.kindOf(path) === 'file';
  }

  /** The ignore rules in a folder `at` below; undefined if the walk does not reach it. */
  rulesIn(at: string): Ignored | undefined {
    if (!this.rules.has(at)) {
      const isTop = at === this.folder;
      const rules = isTop ? this.rulesAtTop() : this.rulesBelow(at);
      this.rules.set(at, rules);
    }
    return this.rules.get(at);
  }

  private rulesAtTop(): Ignored {
    return Ignored.above(this.files, this.folder, this.onUnused).within(this.folder);
  }

  private rulesBelow(at: string): Ignored | undefined {
    if (depthOf(this.folder, at) > MAX_DEPTH) return undefined;
    const outer = this.rulesIn(folderOf(at));
    if (outer?.has(at, nameOf(at), true) !== false) return undefined;
    return this.files.kindOf(at) === 'folder' ? outer.within(at) : undefined;
  }
}

/** How many folders a path is below another, which it lies in. */
function depthOf(folder: string, below: string): number {
  return below === folder ? 0 : pathBelow(folder, below).split('/').length;
}
