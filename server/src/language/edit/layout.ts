import type { Tree } from '../yaml/tree';

/** How a file is written, as far as what is added has to look like it. */
export interface Style {
  /** By how many columns a mapping stands to the right of its key. */
  readonly unit: number;
  /** By how many a list does; 0 where dashes stand below the key. */
  readonly listIndent: number;
  readonly eol: string;
  readonly quote: '"' | "'";
}

/** It takes a look at the whole text, and is asked for at each change that may be made in it. */
const STYLES = new WeakMap<Tree, Style>();

/** How the file is indented, from its first lines that tell; it is kept for each tree. */
export function styleOf(tree: Tree): Style {
  const known = STYLES.get(tree) ?? styleIn(tree.text);
  STYLES.set(tree, known);
  return known;
}

function styleIn(text: string): Style {
  const unit =
    /^([ ]*)[\w-]+:[ ]*(?:#.*)?\r?\n\1([ ]+)[\w"'-][^\n]*$/m.exec(text)?.[2]?.length ?? 2;
  const dash = /^([ ]*)(?:- )?[\w-]+:[ ]*(?:#.*)?\r?\n\1([ ]*)-[ ]/m.exec(text);
  const single = (text.match(/(?:[:\-[,]\s)'/g) ?? []).length;
  const double = (text.match(/(?:[:\-[,]\s)"/g) ?? []).length;
  return {
    unit,
    listIndent: dash ? (dash[2]?.length ?? 0) : unit,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    quote: single > double ? "'" : '"',
  };
}
