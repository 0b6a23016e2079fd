import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { stepsForOne } from './ignore-names';
import { IgnorePatterns } from './ignore-patterns';

/** Folders of tools, which are large and contain no files of the user. */
const NEVER = new Set(['.git', '.hg', '.svn', '.venv', 'node_modules', 'venv', '__pycache__']);

/** A folder with ignore rules for what is below it; later rules win. */
const SOURCES = [join('.git', 'info', 'exclude'), '.gitignore'];

/** Maximum bytes of a file with patterns; files written by people are smaller. */
const LONGEST = 100_000;

/** Maximum bytes of all files with patterns of a walk. A repository can have a long one in each of its folders. */
const LONGEST_OF_ALL = 500_000;

/** Bytes of files with patterns that a walk still reads. */
interface Budget {
  left: number;
  /** Called with each file that is not read. */
  readonly onUnused: (file: string) => void;
}

/** What is said about a file with patterns that is not read. */
export const UNUSED_RULES =
  'its ignore rules are not used: at most 100 kB are read of one file, and 500 kB of all';

/** The patterns of one file, with the folder that they apply to. */
interface Rules {
  readonly folder: string;
  readonly patterns: IgnorePatterns;
}

/** What Git ignores according to the files of the repository. */
export class Ignored {
  private constructor(
    private readonly innermostFirst: readonly Rules[],
    private readonly budget: Budget,
  ) {}

  /**
   * The rules of the folders above `folder`, up to the top of its repository. If Git ignores the folder itself, the
   * user has opened it anyway, so no rule from above applies in it.
   *
   * @param onUnused called with each file whose rules are not used, since it is too long
   */
  static above(folder: string, onUnused: (file: string) => void = () => undefined): Ignored {
    const nothing = new Ignored([], { left: LONGEST_OF_ALL, onUnused });
    let ignored = nothing;
    for (const outer of foldersAbove(folder)) {
      if (ignored.leavesOut(outer, true)) return nothing;
      ignored = ignored.within(outer);
    }
    return ignored.has(folder, basename(folder), true) ? nothing : ignored;
  }

  /** The same with the rules of `folder` itself. */
  within(folder: string): Ignored {
    const own = SOURCES.map((source) => textOf(join(folder, source), this.budget))
      .filter(Boolean)
      .map((text) => ({ folder, patterns: new IgnorePatterns(text) }));
    return own.length > 0
      ? new Ignored([...own.reverse(), ...this.innermostFirst], this.budget)
      : this;
  }

  /** Whether a walk that has reached its folder ignores an entry. */
  has(path: string, name: string, isFolder: boolean): boolean {
    return (isFolder && NEVER.has(name)) || this.leavesOut(path, isFolder);
  }

  /** The innermost rules that match decide. */
  private leavesOut(path: string, isFolder: boolean): boolean {
    const steps = stepsForOne();
    for (const { folder, patterns } of this.innermostFirst) {
      // The path lies in the folder.
      const start = folder.endsWith(sep) ? folder.length : folder.length + 1;
      const inside = path.slice(start).split(sep).join('/');
      const ignores = patterns.ignores(inside, isFolder, steps);
      if (ignores !== undefined) return ignores;
      if (steps.left < 0) return false;
    }
    return false;
  }
}

/**
 * Nothing if there is no such file, or if it is a link, which Git does not follow here either. It is read
 * synchronously: waiting costs ten times as much in thousands of folders.
 */
function textOf(path: string, budget: Budget): string {
  try {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    if (!entry?.isFile()) return '';
    if (entry.size > Math.min(LONGEST, budget.left)) {
      budget.onUnused(path);
      return '';
    }
    budget.left -= entry.size;
    return readFileSync(path, 'utf8');
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
