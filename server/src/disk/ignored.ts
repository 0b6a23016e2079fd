import type { Files } from './files';
import { stepsForOne } from './ignore-names';
import { IgnorePatterns } from './ignore-patterns';
import { folderOf, joined, nameOf, pathBelow } from './paths';
import { t } from '../language/l10n/text';

/** Folders of tools, which are large and contain no files of the user. */
const NEVER = new Set(['.git', '.hg', '.svn', '.venv', 'node_modules', 'venv', '__pycache__']);

/** A folder with ignore rules for what is below it; later rules win. */
const SOURCES = ['.git/info/exclude', '.gitignore'];

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
export const UNUSED_RULES = t(
  'its ignore rules are not used: at most 100 kB are read of one file, and 500 kB of all',
);

/** The patterns of one file, with the folder that they apply to. */
interface Rules {
  readonly folder: string;
  readonly patterns: IgnorePatterns;
}

/** What Git ignores according to the files of the repository. */
export class Ignored {
  private constructor(
    private readonly files: Files,
    private readonly innermostFirst: readonly Rules[],
    private readonly budget: Budget,
  ) {}

  /**
   * The rules of the folders above `folder`, up to the top of its repository. If Git ignores the folder itself, the
   * user has opened it anyway, so no rule from above applies in it.
   *
   * @param onUnused called with each file whose rules are not used, since it is too long
   */
  static above(
    files: Files,
    folder: string,
    onUnused: (file: string) => void = () => undefined,
  ): Ignored {
    const nothing = new Ignored(files, [], { left: LONGEST_OF_ALL, onUnused });
    let ignored = nothing;
    for (const outer of foldersAbove(files, folder)) {
      if (ignored.leavesOut(outer, true)) return nothing;
      ignored = ignored.within(outer);
    }
    return ignored.has(folder, nameOf(folder), true) ? nothing : ignored;
  }

  /** The same with the rules of `folder` itself. */
  within(folder: string): Ignored {
    const own = SOURCES.map((source) => textOf(this.files, joined(folder, source), this.budget))
      .filter(Boolean)
      .map((text) => ({ folder, patterns: new IgnorePatterns(text) }));
    return own.length > 0
      ? new Ignored(this.files, [...own.reverse(), ...this.innermostFirst], this.budget)
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
      const ignores = patterns.ignores(pathBelow(folder, path), isFolder, steps);
      if (ignores !== undefined) return ignores;
      if (steps.left < 0) return false;
    }
    return false;
  }
}

/** Nothing if there is no such file, or if it is a link, which Git does not follow here either. */
function textOf(files: Files, path: string, budget: Budget): string {
  if (files.kindOf(path) !== 'file') return '';
  const most = Math.min(LONGEST, budget.left);
  const bytes = files.read(path, most);
  if (bytes === undefined) {
    if (files.isLarger(path, most)) budget.onUnused(path);
    return '';
  }
  budget.left -= bytes.length;
  return new TextDecoder().decode(bytes);
}

/** The folders around `folder` in its repository, the outermost first; none outside a repository. */
function foldersAbove(files: Files, folder: string): readonly string[] {
  const above: string[] = [];
  let top = folder;
  while (files.kindOf(joined(top, '.git')) === undefined) {
    if (folderOf(top) === top) return [];
    top = folderOf(top);
    above.unshift(top);
  }
  return above;
}
