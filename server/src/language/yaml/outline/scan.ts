import { span, type Lines, type Span } from '../../base/span';
import type { Properties } from '../draft';

export interface Word {
  readonly kind: 'plain' | 'quoted';
  /** With quotes. */
  readonly span: Span;
  /** Without quotes. */
  readonly text: string;
  /** Its anchor and tag. */
  readonly properties?: Properties;
}

/** Whether a character is a space or tab. */
export const isSpace = (char: string) => char === ' ' || char === '\t';

/** Whether a character breaks lines, in the editor as well. */
export const isBreak = (char: string) => char === '\n' || char === '\r';

/** Levels of nesting that are told apart; nothing is known of what is deeper, and no file of dstack is. */
export const MAX_DEPTH = 500;

const HASH = 35;

/** Whether a comment begins at `at`: a `#` behind white space. */
export function isComment(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== HASH) return false;
  const before = text.charAt(at - 1);
  return before === '' || isSpace(before) || isBreak(before);
}

/** Offset of the comment in `[from, end)`, a part of one line, or `end` where there is none. */
export function commentIn(text: string, from: number, end: number): number {
  const part = text.slice(from, end);
  let at = part.indexOf('#');
  while (at !== -1 && !isComment(text, from + at)) at = part.indexOf('#', at + 1);
  return at === -1 ? end : from + at;
}

/** Offset of the first character at or behind `at` that is no space or tab. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charAt(end))) end++;
  return end;
}

/** Whether the character at `at` is followed by white space or the end of the text. */
export function standsAlone(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return next === '' || isSpace(next) || isBreak(next);
}

/** Offset behind the quote that closes the one at `start`, or undefined where none does before `limit`. */
export function quotedEnd(text: string, start: number, limit: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '\\' && quote === '"') at++;
    else if (char === quote && quote === "'" && text.charAt(at + 1) === "'") at++;
    else if (char === quote) return at + 1;
  }
  return undefined;
}

/** The quoted word in `range`, whose closing quote may be missing. */
export function quotedWord(text: string, range: Span): Word {
  const quote = text.charAt(range.start);
  const inner = text.slice(range.start + 1, range.end);
  const closed = inner.endsWith(quote) ? inner.slice(0, -1) : inner;
  const plain = quote === "'" ? closed.replaceAll("''", "'") : closed.replace(/\\(["\\/])/g, '$1');
  return { kind: 'quoted', span: range, text: plain };
}

/** The plain word from `start` to `end`, without what is white space to YAML behind it: a no-break space is none. */
export function plainWord(text: string, start: number, end: number): Word {
  let stop = end;
  while (stop > start && /[ \t\r\n]/.test(text.charAt(stop - 1))) stop--;
  return { kind: 'plain', span: span(start, stop), text: text.slice(start, stop) };
}

const INDICATORS = new Set(',[]{}#&*!|>\'"%@`');

/** The key that begins at `at`, with the offset of its `:`, if the line up to `end` reads as one. */
export function keyAt(
  text: string,
  at: number,
  end: number,
): { word: Word; colon: number } | undefined {
  const first = text.charAt(at);
  if (first === '"' || first === "'") {
    const behind = quotedEnd(text, at, end);
    if (behind === undefined) return undefined;
    const colon = skipSpaces(text, behind);
    if (text.charAt(colon) !== ':' || !standsAlone(text, colon)) return undefined;
    return { word: quotedWord(text, span(at, behind)), colon };
  }
  if (INDICATORS.has(first) || ('-?:'.includes(first) && standsAlone(text, at))) return undefined;
  const line = text.slice(at, end);
  let colon = line.indexOf(':');
  while (colon !== -1 && !standsAlone(text, at + colon)) colon = line.indexOf(':', colon + 1);
  if (colon === -1 || commentIn(text, at, at + colon) < at + colon) return undefined;
  return { word: plainWord(text, at, at + colon), colon: at + colon };
}

/** Whether a list item begins at `at`. */
export function isDash(text: string, at: number): boolean {
  return text.charAt(at) === '-' && standsAlone(text, at);
}

const MARKER = /^(?:---|\.\.\.)(?=\s|$)|^%/;

/** Whether a line separates documents or is a directive. */
export function isMarker(text: string, lines: Lines, line: number): boolean {
  const start = lines.start(line);
  return '-.%'.includes(text.charAt(start)) && MARKER.test(text.slice(start, start + 4));
}

/** The columns that a tab in the indentation stands for: those of the first line that is indented by spaces. */
export function tabWidthOf(text: string): number {
  if (!text.includes('\t')) return 1;
  return /^ {2,8}(?=\S)/m.exec(text)?.[0].length ?? 2;
}

/**
 * The column of the character at `at` on the line that begins at `lineStart`, as far as tabs in the indentation, which YAML
 * does not allow, can be counted.
 */
export function columnIn(text: string, lineStart: number, at: number, tabWidth: number): number {
  if (tabWidth === 1) return at - lineStart;
  let column = 0;
  let offset = lineStart;
  for (; offset < at && isSpace(text.charAt(offset)); offset++) {
    column += text.charAt(offset) === '\t' ? tabWidth - (column % tabWidth) : 1;
  }
  return column + at - offset;
}
