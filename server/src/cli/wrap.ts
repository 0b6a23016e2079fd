/** Characters that take two columns of a terminal: of East Asia, in their full width, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/** Characters that take none: they change the one before. */
const COMBINING = /[\p{Mn}\p{Me}\u200c\u200d\u1160-\u11ff]/u;

/**
 * A word with the space after it, or one character of Chinese, which needs no spaces between words, with the punctuation
 * that must not begin a line.
 */
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
  return [...text].reduce((sum, character) => sum + columnsOfOne(character), 0);
}

function columnsOfOne(character: string): number {
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
