import { problem, type Problem, type ProblemCode } from '../../problem/problem';
import { span, type Span } from '../../base/span';
import { CR, isBreak, isBreakOrEnd, isBlankOrEnd, isSeparator, LF, SPACE } from './characters';
import { Refusal } from './refusal';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * A place in the text, counted as PyYAML does: lines also end at Unicode's line breaks, columns count characters
 * and leave out byte order marks. Mirrors `yaml.reader.Reader`; offsets are UTF-16 offsets, as everywhere here.
 */
export class Reader {
  offset = 0;
  line = 0;
  private lineStart = 0;
  /** Whether every UTF-16 unit is a column of its own. */
  private readonly even: boolean;
  private countedTo = 0;
  private uncounted = 0;

  constructor(readonly text: string) {
    if (text.charCodeAt(0) === BYTE_ORDER_MARK) this.offset = this.lineStart = 1;
    this.even = !/[\ufeff\udc00-\udfff]/.test(text.slice(this.offset));
  }

  /** The code of the character `ahead`, 0 at the end. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.offset + ahead) | 0;
  }

  get column(): number {
    const width = this.offset - this.lineStart;
    return this.even ? width : width - this.countUncounted();
  }

  /** Only the text since the last call is checked, so the cost of a long line is linear. */
  private countUncounted(): number {
    if (this.countedTo < this.lineStart) {
      this.countedTo = this.lineStart;
      this.uncounted = 0;
    }
    for (; this.countedTo < this.offset; this.countedTo++) {
      const code = this.text.charCodeAt(this.countedTo);
      if (code === BYTE_ORDER_MARK || isLowSurrogate(code)) this.uncounted++;
    }
    return this.uncounted;
  }

  /** The number of characters between `start` and here. */
  charactersSince(start: number): number {
    let count = this.offset - start;
    if (this.even) return count;
    for (let i = start; i < this.offset; i++) if (isLowSurrogate(this.text.charCodeAt(i))) count--;
    return count;
  }

  /** Reads `length` characters of this line. */
  take(length: number): string {
    this.offset += length;
    return this.text.slice(this.offset - length, this.offset);
  }

  /** Reads characters of this line while they are in a class; returns their number. */
  takeWhile(isMember: (code: number) => boolean): number {
    const start = this.offset;
    while (isMember(this.code())) this.offset++;
    return this.offset - start;
  }

  skipSpaces(): void {
    while (this.code() === SPACE) this.offset++;
  }

  skipLine(): void {
    while (!isBreakOrEnd(this.code())) this.offset++;
  }

  /** Reads one line break and returns the text that YAML makes of it; '' if there is none. */
  takeBreak(): string {
    const code = this.code();
    if (!isBreak(code)) return '';
    this.offset += code === CR && this.code(1) === LF ? 2 : 1;
    this.line++;
    this.lineStart = this.offset;
    return isSeparator(code) ? String.fromCharCode(code) : '\n';
  }

  /** Whether `---` or `...` is here. */
  atMarker(marker: '---' | '...'): boolean {
    return this.text.startsWith(marker, this.offset) && isBlankOrEnd(this.code(3));
  }

  atAnyMarker(): boolean {
    return this.atMarker('---') || this.atMarker('...');
  }

  /** The span of the word at `start`: up to white space or a character that structures YAML. */
  word(start = this.offset): Span {
    return wordAt(this.text, start);
  }

  /** The character here, for messages. */
  shown(): string {
    const point = this.text.codePointAt(this.offset);
    return point === undefined ? 'the end of the file' : `\`${String.fromCodePoint(point)}\``;
  }

  refuse(message: string, at: Span, code: ProblemCode = 'yaml-syntax'): never {
    throw new Refusal(problem(code, at, message));
  }
}

const UNREADABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The first character that PyYAML does not accept anywhere in a file. Mirrors `Reader.check_printable`. */
export function findUnreadable(text: string): Problem | undefined {
  const match = UNREADABLE.exec(text);
  if (!match) return undefined;
  const hex = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const at = span(match.index, match.index + match[0].length);
  const message = `The invisible character U+${hex} is not allowed in a file. Remove it, or write \`\\u${hex}\` in double quotes.`;
  return problem('yaml-syntax', at, message);
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The span of the word at `start`: up to white space or a character that structures YAML. */
export function wordAt(text: string, start: number): Span {
  const word = /[^\s:,[\]{}]+|[^\s]|/y;
  word.lastIndex = start;
  const length = word.exec(text)?.[0].length ?? 0;
  return span(start, start + length);
}
