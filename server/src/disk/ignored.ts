import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { IgnorePatterns } from './ignore-patterns';

/** Folders of tools, which are big and hold nothing of the user's. */
const NEVER = new Set(['.git', '.hg', '.svn', '.venv', 'node_modules', 'venv', '__pycache__']);

/** Where a folder says what is left out below it; what stands later decides. */
const SOURCES = [join('.git', 'info', 'exclude'), '.gitignore'];

/** Bytes of a file with patterns; none that a person writes has more. */
const LONGEST = 100_000;

/** What one file says is left out, with the folder that it is about. */
interface Rules {
  readonly folder: string;
  readonly patterns: IgnorePatterns;
}

/** What Git leaves out, as far as the files of the repository say so. */
export class Ignored {
  private constructor(private readonly innermostFirst: readonly Rules[]) {}

  static readonly nothing = new Ignored([]);

  /**
   * What the folders above `folder` say, up to the top of its repository. A folder that Git ignores itself is one that
   * the user has opened all the same, so that nothing from above counts in it.
   */
  static above(folder: string): Ignored {
    let ignored = Ignored.nothing;
    for (const outer of foldersAbove(folder)) {
      if (ignored.leavesOut(outer, true)) return Ignored.nothing;
      ignored = ignored.within(outer);
    }
    return ignored.has(folder, basename(folder), true) ? Ignored.nothing : ignored;
  }

  /** The same with what `folder` says itself. */
  within(folder: string): Ignored {
    const own = SOURCES.map((source) => textOf(join(folder, source)))
      .filter(Boolean)
      .map((text) => ({ folder, patterns: new IgnorePatterns(text) }));
    return own.length > 0 ? new Ignored([...own.reverse(), ...this.innermostFirst]) : this;
  }

  /** Whether an entry is left out of a walk that has come to its folder. */
  has(path: string, name: string, isFolder: boolean): boolean {
    return (isFolder && NEVER.has(name)) || this.leavesOut(path, isFolder);
  }

  /** The innermost rules that say anything decide. */
  private leavesOut(path: string, isFolder: boolean): boolean {
    for (const { folder, patterns } of this.innermostFirst) {
      // The path lies in the folder.
      const start = folder.endsWith(sep) ? folder.length : folder.length + 1;
      const inside = path.slice(start).split(sep).join('/');
      const ignores = patterns.ignores(inside, isFolder);
      if (ignores !== undefined) return ignores;
    }
    return false;
  }
}

/**
 * Nothing where there is no such file, nor through a link, which Git does not follow here either. Looked at without waiting,
 * which in thousands of folders costs ten times as much.
 */
function textOf(path: string): string {
  try {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    return entry?.isFile() && entry.size <= LONGEST ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

/** The folders around `folder` in its repository, the outermost first; none outside a repository. */
function foldersAbove(folder: string): readonly string[] {
  const above: string[] = [];
  let top = folder;
  while (!existsSync(join(top, '.git'))) {
    if (dirname(top) === top) return [];
    top = dirname(top);
    above.unshift(top);
  }
  return above;
}
