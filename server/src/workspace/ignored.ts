import ignore, { type Ignore } from 'ignore';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Folders of tools, which are big and hold nothing of the user's. */
const NEVER = new Set(['.git', '.hg', '.svn', '.venv', 'node_modules', 'venv', '__pycache__']);

/** A `.gitignore` with the folder that it is about. */
interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

/** What Git leaves out below a folder, as far as the `.gitignore` files from there on say so. */
export class Ignored {
  private constructor(private readonly rules: readonly Rules[]) {}

  static readonly nothing = new Ignored([]);

  /** The same with the `.gitignore` of `folder`, if it has one. */
  async within(folder: string): Promise<Ignored> {
    const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
    if (text === undefined) return this;
    return new Ignored([...this.rules, { folder, ignore: ignore().add(text) }]);
  }

  /** Whether an entry is left out; the innermost `.gitignore` that says anything decides. */
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
