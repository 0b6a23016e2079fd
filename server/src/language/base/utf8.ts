import { lastAtMost } from './search';
import { Lines } from './span';

/** What is not ASCII has more bytes in UTF-8 than code units in UTF-16. */
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The table of each line that has one; a line of ASCII has the same offsets in UTF-8 and in UTF-16. */
export interface Utf8Tables {
  get(line: number): Utf8Table | undefined;
}

const NONE: Utf8Tables = new Map<number, Utf8Table>();

/**
 * Translates offsets in one text between UTF-16 code units and bytes of UTF-8. An offset inside a character is moved to
 * its start. An offset after the end is as far after it in both.
 */
export class Utf8Table {
  /** Where the characters begin to have another number of bytes, in code units and in bytes. A look-up is a search. */
  private readonly units: number[] = [];
  private readonly bytes: number[] = [];
  /** The number of bytes of each character from there on. */
  private readonly widths: number[] = [];

  private constructor(text: string) {
    let unit = 0;
    let byte = 0;
    let last = 0;
    const begin = (width: number) => {
      if (width === last) return;
      this.units.push(unit);
      this.bytes.push(byte);
      this.widths.push((last = width));
    };
    while (unit < text.length) {
      const width = widthAt(text, unit);
      begin(width);
      unit += unitsOf(width);
      byte += width;
    }
    begin(1);
  }

  /** The table of a text, such as a line; undefined for ASCII. */
  static of(text: string): Utf8Table | undefined {
    return BEYOND_ASCII.test(text) ? new Utf8Table(text) : undefined;
  }

  /** The bytes before an offset in code units. */
  toUtf8(unit: number): number {
    const at = lastAtMost(this.units, unit);
    if (at < 0) return unit;
    const width = this.widths[at] ?? 1;
    const characters = Math.floor((unit - (this.units[at] ?? 0)) / unitsOf(width));
    return (this.bytes[at] ?? 0) + characters * width;
  }

  /** The code units before an offset in bytes. */
  toUtf16(byte: number): number {
    const at = lastAtMost(this.bytes, byte);
    if (at < 0) return byte;
    const width = this.widths[at] ?? 1;
    const characters = Math.floor((byte - (this.bytes[at] ?? 0)) / width);
    return (this.units[at] ?? 0) + characters * unitsOf(width);
  }
}

/** The tables of a text, each made when it is first asked for. */
export class Utf8Lines implements Utf8Tables {
  private readonly made = new Map<number, Utf8Table | undefined>();
  /** Null for ASCII. */
  private lines: Lines | null | undefined;

  constructor(private readonly text: string) {}

  get(line: number): Utf8Table | undefined {
    const { text, made } = this;
    if (this.lines === undefined) this.lines = BEYOND_ASCII.test(text) ? new Lines(text) : null;
    const { lines } = this;
    if (!lines || line >= lines.count) return undefined;
    if (!made.has(line))
      made.set(line, Utf8Table.of(text.slice(lines.start(line), lines.end(line))));
    return made.get(line);
  }
}

/** The tables of some lines of a text, for keeping them without the text. */
export function utf8TablesOf(text: string, lines: Iterable<number>): Utf8Tables {
  if (!BEYOND_ASCII.test(text)) return NONE;
  const all = new Utf8Lines(text);
  const kept = new Map<number, Utf8Table>();
  for (const line of lines) {
    const table = all.get(line);
    if (table) kept.set(line, table);
  }
  return kept;
}

/** The number of bytes of a text. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let unit = 0; unit < text.length;) {
    const width = widthAt(text, unit);
    bytes += width;
    unit += unitsOf(width);
  }
  return bytes;
}

/** What `Utf8Table.toUtf16` gives, for one offset of a text that is soon another one: only what is before it is read. */
export function utf16Offset(text: string, byte: number): number {
  let bytes = 0;
  for (let unit = 0; unit < text.length;) {
    const width = widthAt(text, unit);
    if (bytes + width > byte) return unit;
    bytes += width;
    unit += unitsOf(width);
  }
  return text.length + byte - bytes;
}

/** The bytes of the character at an offset; three for a half of a pair without the other. */
function widthAt(text: string, unit: number): number {
  const code = text.codePointAt(unit) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function unitsOf(width: number): number {
  return width === 4 ? 2 : 1;
}
