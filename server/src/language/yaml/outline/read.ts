import { span, type Lines, type Span } from '../../base/span';
import type { Properties } from '../draft';
import { readFlow, type FlowCollection } from './flow';
import { LineStarts } from './line-starts';
import type { Outline, Piece } from './piece';
import { PieceTree, type Extra, type OpenPiece } from './piece-tree';
import { propertiesAt } from './properties';
import {
  commentIn,
  isComment,
  isDash,
  isMarker,
  keyAt,
  MAX_DEPTH,
  plainWord,
  quotedEnd,
  quotedWord,
  skipSpaces,
  type Word,
} from './scan';

/**
 * Reads lines `[from, to)` of a text that is being written. A parser takes a half-typed word together with the
 * next line, or gives up on it; here each line is read for itself as far as possible, so that what is
 * around a mistake keeps its meaning.
 */
export function readOutline(text: string, lines: Lines, from: number, to: number): Outline {
  return new OutlineReader(text, lines, to).read(from);
}

interface ReadFlow {
  readonly flow: FlowCollection;
  readonly comments: readonly Span[];
}

/** By how many times the length of the text brackets that are not closed are looked for the end of. */
const MOST_IN_VAIN = 4;

/** What comes after these many pieces is left out: no configuration has as many. */
const MOST_PIECES = 100_000;

class OutlineReader {
  private readonly tree = new PieceTree();
  private readonly comments: Span[] = [];
  private readonly starts: LineStarts;
  private line = 0;
  private at = 0;
  /** Characters that were read twice because a bracket among them is not closed. */
  private readInVain = 0;

  constructor(
    private readonly text: string,
    private readonly lines: Lines,
    private readonly to: number,
  ) {
    this.starts = new LineStarts(text, lines);
  }

  read(from: number): Outline {
    const { text, lines, comments } = this;
    for (this.line = from; this.line < this.to; this.line++) {
      if (this.tree.pieces.length > MOST_PIECES) break;
      if (isMarker(text, lines, this.line)) continue;
      this.at = this.starts.contentStart(this.line);
      this.readLine();
      this.at = skipSpaces(text, this.at);
      if (isComment(text, this.at)) comments.push(span(this.at, this.lineEnd));
    }
    const { root, pieces } = this.tree;
    return { text, lines, root, pieces, comments, tabWidth: this.starts.tabWidth };
  }

  private get lineEnd(): number {
    return this.lines.end(this.line);
  }

  private readLine(): void {
    while (isDash(this.text, this.at)) {
      if (this.tree.depth >= MAX_DEPTH) {
        this.at = this.lineEnd;
        return;
      }
      this.add('dash', span(this.at, this.at + 1), '-');
      this.at = skipSpaces(this.text, this.at + 1);
    }
    const properties = this.readProperties();
    const key = keyAt(this.text, this.at, this.lineEnd);
    if (!key) return this.readContent(properties);
    const { word, colon } = key;
    const piece = this.add('key', word.span, word.text, { colon, properties });
    this.at = skipSpaces(this.text, key.colon + 1);
    this.readContent(this.readProperties(), piece.column);
  }

  /** Anchors and tags say nothing about the structure. */
  private readProperties(): Properties | undefined {
    const { properties, end } = propertiesAt(this.text, this.at);
    this.at = end;
    return properties;
  }

  private readContent(
    properties: Properties | undefined,
    owner = this.tree.ownerColumn(this.starts.column(this.line, this.at)),
  ): void {
    const char = this.text.charAt(this.at);
    if (this.at >= this.lineEnd || isComment(this.text, this.at)) {
      if (properties)
        this.tree.holderOf('plain', this.starts.column(this.line, this.at)).held = properties;
      return;
    }
    const extra = { properties };
    if (char === '|' || char === '>') this.readBlock(owner, extra);
    else if (char === '[' || char === '{') this.readFlow(owner, extra);
    else if (char === '"' || char === "'") this.readQuoted(owner, extra);
    else this.readPlain(owner, extra);
  }

  private readBlock(owner: number, extra: Extra): void {
    const start = this.at;
    let last = this.line;
    while (last + 1 < this.to && !this.starts.isLeftOf(last + 1, owner + 1)) last++;
    this.add('block', span(start, this.lines.end(last)), '', extra);
    this.moveTo(this.lines.end(last), last);
  }

  private readFlow(owner: number, extra: Extra): void {
    const { flow, comments } = this.closedFlow(owner) ?? this.unclosedFlow(owner);
    for (const comment of comments) this.comments.push(comment);
    this.add('flow', flow.span, '', { ...extra, flow });
    this.moveTo(flow.span.end);
  }

  private closedFlow(owner: number): ReadFlow | undefined {
    if (this.readInVain > MOST_IN_VAIN * this.text.length) return undefined;
    const read = this.flowUntil((line) => this.starts.isNewStructure(line, owner));
    if (read.flow.closed) return read;
    this.readInVain += read.flow.span.end - read.flow.span.start;
    return undefined;
  }

  /** A flow collection that is never closed ends before what reads as block structure, also to the right of its owner. */
  private unclosedFlow(owner: number): ReadFlow {
    const isList = this.text.charAt(this.at) === '[';
    return this.flowUntil(
      (line) => this.starts.isNewStructure(line, owner) || this.starts.isBlockLine(line, isList),
    );
  }

  private flowUntil(endsBefore: (line: number) => boolean): ReadFlow {
    const comments: Span[] = [];
    const source = {
      text: this.text,
      end: this.lines.end(this.to - 1),
      endsBefore: (start: number) => endsBefore(this.lines.position(start).line),
      comment: (range: Span) => comments.push(range),
    };
    return { flow: readFlow(source, this.at), comments };
  }

  private readQuoted(owner: number, extra: Extra): void {
    const start = this.at;
    const end = this.closingQuote(start, owner) ?? this.lineEnd;
    const word = quotedWord(this.text, span(start, end));
    this.add(word.kind, word.span, word.text, extra);
    this.moveTo(end);
  }

  /** The end of a quoted text; undefined where it is not closed before the next key or item. */
  private closingQuote(start: number, owner: number): number | undefined {
    const end = quotedEnd(this.text, start, this.lines.end(this.to - 1));
    if (end === undefined || end <= this.lineEnd) return end;
    const last = this.lines.position(end).line;
    for (let line = this.line + 1; line <= last; line++) {
      if (this.starts.isNewStructure(line, owner)) return undefined;
    }
    // A quote in front of further text opens another one.
    const rest = skipSpaces(this.text, end);
    return rest >= this.lines.end(last) || isComment(this.text, rest) ? end : undefined;
  }

  private readPlain(owner: number, extra: Extra): void {
    const word = this.plainPart(this.at);
    const piece = this.add('plain', word.span, word.text, extra);
    let end = word.span.end;
    let last = this.line;
    if (!isComment(this.text, skipSpaces(this.text, end))) {
      for (let line = last + 1; line < this.to; line++) {
        const start = this.starts.contentStart(line);
        if (start === this.lines.end(line)) continue;
        if (!this.continuesPlain(line, start, owner, piece)) break;
        end = this.plainPart(start, line).span.end;
        last = line;
      }
    }
    piece.span = span(word.span.start, end);
    this.line = last;
    this.at = end;
  }

  private plainPart(start: number, line = this.line): Word {
    return plainWord(this.text, start, commentIn(this.text, start, this.lines.end(line)));
  }

  private continuesPlain(line: number, start: number, owner: number, piece: Piece): boolean {
    const indent = this.starts.column(line, start);
    if (indent <= owner || isComment(this.text, start)) return false;
    // Items below a word on a line of its own are the list of a key whose colon is missing.
    if (isDash(this.text, start) && (indent <= piece.column || !piece.inline)) return false;
    return !keyAt(this.text, start, this.lines.end(line));
  }

  private moveTo(offset: number, line = this.lines.position(offset).line): void {
    this.line = line;
    this.at = offset;
  }

  /** Adds a piece that begins on the current line. */
  private add(kind: Piece['kind'], at: Span, text: string, extra: Extra = {}): OpenPiece {
    const start = this.starts.column(this.line, at.start);
    const isAfterTab = kind === 'key' && this.starts.isAfterTab(this.line, at.start);
    const column = isAfterTab ? this.tree.columnAfterTab(start) : start;
    const lineStart = this.lines.start(this.line);
    return this.tree.add(kind, at, text, { column, lineStart }, extra);
  }
}
