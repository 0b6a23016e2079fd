import type { MappedText } from './mapped-text';
import type { Declared, ShellName, Sink } from './name';

/** Deeper nesting is not read: what is in it has no names. */
const MAX_DEPTH = 60;

/** Texts in texts that are read once more, such as scripts in scripts, each of which may be almost as long. */
const MAX_LEVEL = 4;

/** What a reader shares with those of the scripts within its own. */
export interface Shared extends Declared {
  /** Whether a variable is looked up by a name that another one holds: `${!NAME}`, `local -n`. */
  readonly looksUp: boolean;
}

/** A place in a script that moves on, and where what is found there goes. `R` reads the scripts within. */
export abstract class Cursor<R> {
  protected at = 0;
  private closing: ReadonlyMap<number, number> | undefined;

  constructor(
    protected readonly text: string,
    private readonly sink: Sink,
    protected readonly shared: Shared,
    private depth = 0,
    private readonly level = 0,
  ) {}

  /** The reader of a text within this one. */
  protected abstract readerOf(text: string, sink: Sink, depth: number, level: number): R;

  protected get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  protected get char(): string {
    return this.text.charAt(this.at);
  }

  /** Whether one of these characters is next. */
  protected isOneOf(chars: string): boolean {
    return !this.isAtEnd && chars.includes(this.char);
  }

  protected startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Moves over a sticky pattern; returns whether it is there. */
  protected skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const isThere = pattern.test(this.text);
    if (isThere) this.at = pattern.lastIndex;
    return isThere;
  }

  /** The same; returns what it matched. */
  protected take(pattern: RegExp): string | undefined {
    const start = this.at;
    return this.skip(pattern) ? this.text.slice(start, this.at) : undefined;
  }

  protected found(start: number, end: number, role: ShellName['role']): void {
    if (start < end) this.sink({ name: this.text.slice(start, end), start, end, role });
  }

  /** The characters `from` to `to` of a word as a name. */
  protected foundIn(word: MappedText, from: number, to: number, role: ShellName['role']): void {
    if (from >= to) return;
    const start = word.offset(from);
    const last = word.offset(to - 1);
    if (start < 0 || last < 0) return;
    const isSplit = last + 1 - start !== to - from;
    const name = word.text.slice(from, to);
    this.sink({ name, start, end: last + 1, role, ...(isSplit && { split: true }) });
  }

  /** Reads one level deeper. If it is too deep, the rest of the text is skipped. */
  protected deeper(read: () => void): void {
    if (this.depth >= MAX_DEPTH) {
      this.at = this.text.length;
      return;
    }
    this.depth++;
    read();
    this.depth--;
  }

  /** Reads a text that is, in pieces, part of this one. */
  protected within(inner: MappedText, read: (reader: R) => void): void {
    if (this.level === MAX_LEVEL) return;
    const sink: Sink = ({ start, end, role }) => {
      this.foundIn(inner, start, end, role);
    };
    read(this.readerOf(inner.text, sink, this.depth, this.level + 1));
  }

  protected skipPast(text: string): void {
    const found = this.text.indexOf(text, this.at);
    this.at = found < 0 ? this.text.length : found + text.length;
  }

  /** The offset of the `)` for the `(` at an offset, ignoring quotes; undefined if there is none. */
  protected closingParenthesis(offset: number): number | undefined {
    this.closing ??= matchingParentheses(this.text);
    return this.closing.get(offset);
  }
}

/** The offset of the `)` for each `(`, ignoring quotes. A `(` without one is left out. */
function matchingParentheses(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: char, index } of text.matchAll(/\\[^]|[()]/g)) {
    if (char === '(') open.push(index);
    else if (char === ')') {
      const start = open.pop();
      if (start !== undefined) closing.set(start, index);
    }
  }
  return closing;
}
