import type { Utf8Tables } from '../../language/base/utf8';

/** The numbers of a token: lines and characters after the start of the one before, length, type, modifiers. */
const SIZE = 5;

/** Semantic tokens as LSP has them, with columns and lengths in bytes of UTF-8. */
export function tokensInUtf8(data: readonly number[], lines: Utf8Tables): number[] {
  const translated: number[] = [];
  let line = 0;
  let start = 0;
  let startInUtf8 = 0;
  for (let at = 0; at < data.length; at += SIZE) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + SIZE);
    line += down;
    start = down === 0 ? start + right : right;
    const table = lines.get(line);
    const before = down === 0 ? startInUtf8 : 0;
    startInUtf8 = table?.toUtf8(start) ?? start;
    const end = table?.toUtf8(start + length) ?? start + length;
    translated.push(down, startInUtf8 - before, end - startInUtf8, type, modifiers);
  }
  return translated;
}
