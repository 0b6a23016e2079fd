import type { Lines } from '../../base/span';
import { sideOf, type Conflict } from '../conflict';
import type { Outline } from './piece';
import { readOutline } from './read';
import { commentIn, isMarker, skipSpaces } from './scan';

/** The outlines of the documents of a text. What was read of it is kept for the next question. */
export class Outlines {
  /** By their first line. */
  private readonly known = new Map<number, Outline>();
  private headEnd: number | undefined;
  private readonly text: string;
  private otherSide: Outlines | undefined;

  /** In merge conflicts the current changes are read, and on lines of the incoming ones those. */
  constructor(
    private readonly source: string,
    private readonly lines: Lines,
    private readonly conflicts: readonly Conflict[] = [],
    side: 'current' | 'incoming' = 'current',
  ) {
    this.text = conflicts.length > 0 ? sideOf(side, source, conflicts) : source;
  }

  /** The outline of the first document, with the comments above it. */
  get first(): Outline {
    return this.documentAround(this.firstLine);
  }

  /** The outline of the document around a line. */
  around(line: number): Outline {
    return this.isLeftOut(line) ? this.incoming.documentAround(line) : this.documentAround(line);
  }

  private documentAround(line: number): Outline {
    const { text, lines } = this;
    let from = line;
    while (from > 0 && !isMarker(text, lines, from - 1)) from--;
    if (from <= this.firstLine) from = 0;
    const known = this.known.get(from);
    if (known) return known;
    let to = Math.max(line, from === 0 ? this.firstLine : line) + 1;
    while (to < lines.count && !isMarker(text, lines, to)) to++;
    const outline = readOutline(text, lines, from, to);
    this.known.set(from, outline);
    return outline;
  }

  private isLeftOut(line: number): boolean {
    if (this.conflicts.length === 0) return false;
    const start = this.lines.start(line);
    const end = this.lines.end(line);
    return this.text.slice(start, end) !== this.source.slice(start, end);
  }

  private get incoming(): Outlines {
    const { source, lines, conflicts } = this;
    return (this.otherSide ??= new Outlines(source, lines, conflicts, 'incoming'));
  }

  /** The first line that is no comment, marker or directive and not empty. */
  private get firstLine(): number {
    const { lines } = this;
    if (this.headEnd !== undefined) return this.headEnd;
    let line = 0;
    while (line + 1 < lines.count && this.isHead(line)) line++;
    return (this.headEnd = line);
  }

  private isHead(line: number): boolean {
    const { text, lines } = this;
    const start = skipSpaces(text, lines.start(line));
    const end = lines.end(line);
    return start >= end || commentIn(text, start, end) === start || isMarker(text, lines, line);
  }
}
