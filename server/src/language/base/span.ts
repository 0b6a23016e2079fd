import { lastAtMost } from './search';

/** A half-open range `[start, end)` of UTF-16 offsets into a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A zero-based line and UTF-16 column, as LSP counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The span from `start` to `end`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether a span lies in another one, or is the same. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether `offset` is in the span; both ends count, so a cursor directly after a word is on it. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Starts of the lines in a text without CR, in which the next break is found by a quick search. */
function unixStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function mixedStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (isBreak(code)) starts.push(i + 1);
  }
  return starts;
}

/** Translates offsets to positions and back. Lines end with LF, CRLF or CR, as in LSP. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    this.starts = text.includes('\r') ? mixedStarts(text) : unixStarts(text);
  }

  get count(): number {
    return this.starts.length;
  }

  /** Offset of the first character of `line`; lines outside the text are clamped to it. */
  start(line: number): number {
    if (line < 0) return 0;
    return this.starts[line] ?? this.text.length;
  }

  /** Offset of the end of `line`, before its line break. */
  end(line: number): number {
    let end = this.start(line + 1);
    const start = this.start(line);
    while (end > start && isBreak(this.text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** Position of `offset`, clamped to the text. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = lastAtMost(this.starts, at);
    return { line, character: at - this.start(line) };
  }

  /** Offset of `position`, clamped to its line. */
  offset(position: Position): number {
    const start = this.start(position.line);
    return Math.max(start, Math.min(start + position.character, this.end(position.line)));
  }
}
