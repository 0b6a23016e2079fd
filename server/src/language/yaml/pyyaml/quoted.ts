import { span } from '../../base/span';
import {
  APOSTROPHE,
  BACKSLASH,
  END,
  isBlankOrEnd,
  isBreak,
  isSpaceOrTab,
  QUOTE,
} from './characters';
import { fold } from './plain';
import type { Reader } from './reader';
import type { ScalarToken } from './token';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const HEX_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Reads a quoted scalar. Its lines need no indentation. Mirrors `Scanner.scan_flow_scalar`. */
export function readQuoted(reader: Reader): ScalarToken {
  return new QuotedReader(reader).read();
}

class QuotedReader {
  private readonly start: number;
  private readonly quote: number;

  constructor(private readonly reader: Reader) {
    this.start = reader.offset;
    this.quote = reader.code();
  }

  read(): ScalarToken {
    this.reader.take(1);
    let text = this.readText();
    while (this.reader.code() !== this.quote) text += this.readSpaces() + this.readText();
    this.reader.take(1);
    return {
      kind: 'scalar',
      start: this.start,
      end: this.reader.offset,
      text,
      style: this.quote === QUOTE ? 'double' : 'single',
      textStart: this.start + 1,
    };
  }

  /** Text up to white space or the closing quote. */
  private readText(): string {
    const { reader, quote } = this;
    let text = '';
    for (;;) {
      let length = 0;
      while (!this.stops(reader.code(length))) length++;
      text += reader.take(length);
      if (reader.code() === BACKSLASH && quote === QUOTE) text += this.readEscape();
      else if (quote === APOSTROPHE && reader.code() === quote && reader.code(1) === quote) {
        text += reader.take(2).charAt(0);
      } else return text;
    }
  }

  private stops(code: number): boolean {
    return (
      isBlankOrEnd(code) || code === this.quote || (code === BACKSLASH && this.quote === QUOTE)
    );
  }

  private readEscape(): string {
    const { reader } = this;
    const start = reader.offset;
    reader.take(1);
    if (isBreak(reader.code())) {
      reader.takeBreak();
      return this.readBreaks();
    }
    const letter = String.fromCodePoint(reader.text.codePointAt(reader.offset) ?? END);
    const simple = ESCAPES.get(letter);
    if (simple !== undefined && reader.code() !== END) {
      reader.take(1);
      return simple;
    }
    const digits = HEX_ESCAPES.get(letter);
    if (digits !== undefined) return this.readHexEscape(start, digits);
    if (reader.code() === END) return this.unclosed();
    return reader.refuse(
      `\`\\${letter}\` is not an escape in double quotes. Write \`\\\\${letter}\`, or use single quotes.`,
      span(start, reader.offset + letter.length),
    );
  }

  private readHexEscape(start: number, length: number): string {
    const { reader } = this;
    const letter = reader.take(1);
    const digits =
      /^[0-9A-Fa-f]*/.exec(reader.text.slice(reader.offset, reader.offset + length))?.[0] ?? '';
    const point = parseInt(digits, 16);
    if (digits.length < length || point > 0x10ffff) {
      reader.refuse(
        `\`\\${letter}\` in double quotes needs ${String(length)} hexadecimal digits of a character.`,
        span(start, reader.offset + digits.length),
      );
    }
    reader.take(length);
    return String.fromCodePoint(point);
  }

  private readSpaces(): string {
    const { reader } = this;
    const start = reader.offset;
    reader.takeWhile(isSpaceOrTab);
    const spaces = reader.text.slice(start, reader.offset);
    if (reader.code() === END) return this.unclosed();
    const lineBreak = reader.takeBreak();
    return lineBreak === '' ? spaces : fold(lineBreak, this.readBreaks());
  }

  /** The breaks of empty lines, and the white space before the text of the next line. */
  private readBreaks(): string {
    const { reader } = this;
    let breaks = '';
    for (;;) {
      if (reader.atAnyMarker()) return this.unclosed();
      reader.takeWhile(isSpaceOrTab);
      if (!isBreak(reader.code())) return breaks;
      breaks += reader.takeBreak();
    }
  }

  private unclosed(): never {
    const quote = String.fromCharCode(this.quote);
    return this.reader.refuse(
      `This quote is never closed. Add \`${quote}\` at the end of the text.`,
      span(this.start, this.start + 1),
    );
  }
}
