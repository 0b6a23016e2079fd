import ignore, { type Ignore } from 'ignore';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/** Folders of tools, which are big and hold nothing of the user's. */
const NEVER = new Set(['.git', '.hg', '.svn', '.venv', 'node_modules', 'venv', '__pycache__']);

/** Where a folder says what is left out below it; what stands later decides. */
const SOURCES = [join('.git', 'info', 'exclude'), '.gitignore'];

/** What one file says is left out, with the folder that it is about. */
interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

/** What Git leaves out, as far as the files of the repository say so. */
export class Ignored {
  private constructor(private readonly rules: readonly Rules[]) {}

  static readonly nothing = new Ignored([]);

  /**
   * What the folders above `folder` say, up to the top of its repository. A folder that Git ignores itself is one that
   * the user has opened all the same, so that nothing from above counts in it.
   */
  static async above(folder: string): Promise<Ignored> {
    let ignored = Ignored.nothing;
    for (const outer of foldersAbove(folder)) ignored = await ignored.within(outer);
    return ignored.has(folder, basename(folder), true) ? Ignored.nothing : ignored;
  }

  /** The same with what `folder` says itself. */
  async within(folder: string): Promise<Ignored> {
    const sources = SOURCES.map((source) => join(folder, source)).filter((path) =>
      existsSync(path),
    );
    const texts = await Promise.all(sources.map((path) => readFile(path, 'utf8').catch(() => '')));
    const own = texts.filter(Boolean).map((text) => ({ folder, ignore: ignore().add(text) }));
    return own.length > 0 ? new Ignored([...this.rules, ...own]) : this;
  }

  /** Whether an entry is left out; the innermost rules that say anything decide. */
  has(path: string, name: string, isFolder: boolean): boolean {
    if (isFolder && NEVER.has(name)) return true;
    for (const rules of [...this.rules].reverse()) {
      const inside = relative(rules.folder, path).split(sep).join('/');
      const { ignored, unignored } = rules.ignore.test(isFolder ? `${inside}/` : inside);
      if (ignored || unignored) return ignored;
    }
    return false;
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
