/** Characters of Chinese, which take two columns of a terminal and need no spaces between words. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u;

/** A word with the space after it, or one wide character with the punctuation that must not begin a line. */
const PIECES =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60][，。；：、）！？]*\s*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+\s*/gu;

/** A text in lines of at most `width` columns; a word that is longer has a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(PIECES)) {
    if (line !== '' && columnsOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** The columns of a terminal that a text takes. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
