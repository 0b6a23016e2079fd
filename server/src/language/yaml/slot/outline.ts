import { span, type Lines, type Span } from '../../base/span';
import { readFlow } from './flow';
import type { Piece } from './piece';
import {
  commentIn,
  isComment,
  isDash,
  keyAt,
  MAX_DEPTH,
  plainWord,
  quotedEnd,
  quotedWord,
  skipSpaces,
  type Word,
} from './scan';

/** The block structure of one document, as its lines and their indentation tell it. */
export interface Outline {
  readonly root: Piece;
  /** In the order of the text, without the root. */
  readonly pieces: readonly Piece[];
  readonly comments: readonly Span[];
}

/**
 * Reads lines `[from, to)` of a text that is being written. A parser takes a half-typed word together with the
 * next line, or gives up on it; here each line is read for itself as far as possible, so that what stands
 * around the cursor keeps its meaning.
 */
export function readOutline(text: string, lines: Lines, from: number, to: number): Outline {
  return new OutlineReader(text, lines, to).read(from);
}

class OutlineReader {
  private readonly root: Piece = {
    kind: 'root',
    column: -1,
    span: span(0, 0),
    text: '',
    inline: false,
    children: [],
  };
  private readonly pieces: Piece[] = [];
  private readonly comments: Span[] = [];
  /** Keys and dashes to which a following piece may belong, with growing columns. */
  private readonly open: Piece[] = [];
  private line = 0;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly lines: Lines,
    private readonly to: number,
  ) {}

  read(from: number): Outline {
    for (this.line = from; this.line < this.to; this.line++) {
      this.at = this.contentStart(this.line);
      this.readLine();
      this.at = skipSpaces(this.text, this.at);
      if (isComment(this.text, this.at)) this.comments.push(span(this.at, this.lineEnd));
    }
    return { root: this.root, pieces: this.pieces, comments: this.comments };
  }

  private get lineEnd(): number {
    return this.lines.end(this.line);
  }

  private contentStart(line: number): number {
    return Math.min(skipSpaces(this.text, this.lines.start(line)), this.lines.end(line));
  }

  /** Columns count characters; YAML does not allow tabs in indentation anyway. */
  private column(line: number, at: number): number {
    return at - this.lines.start(line);
  }

  private readLine(): void {
    while (isDash(this.text, this.at)) {
      if (this.open.length >= MAX_DEPTH) {
        this.at = this.lineEnd;
        return;
      }
      this.addStructure('dash', span(this.at, this.at + 1), '-');
      this.at = skipSpaces(this.text, this.at + 1);
    }
    const start = this.skipProperties();
    const key = keyAt(this.text, start, this.lineEnd);
    if (!key) return this.readContent();
    const piece = this.addStructure('key', key.word.span, key.word.text, key.colon);
    this.at = skipSpaces(this.text, key.colon + 1);
    this.skipProperties();
    this.readContent(piece.column);
  }

  /** Anchors and tags say nothing about the structure. */
  private skipProperties(): number {
    while (this.text.charAt(this.at) === '&' || this.text.charAt(this.at) === '!') {
      const property = /\S*[ \t]*/y;
      property.lastIndex = this.at;
      this.at += property.exec(this.text)?.[0].length ?? 1;
    }
    return this.at;
  }

  private readContent(owner = this.ownerColumn(this.column(this.line, this.at))): void {
    const char = this.text.charAt(this.at);
    if (this.at >= this.lineEnd || isComment(this.text, this.at)) return;
    if (char === '|' || char === '>') this.readBlock(owner);
    else if (char === '[' || char === '{') this.readFlow(owner);
    else if (char === '"' || char === "'") this.readQuoted(owner);
    else this.readPlain(owner);
  }

  /** The column that the further lines of a content at `column` have to be right of. */
  private ownerColumn(column: number): number {
    // A word among keys is a key to be: what belongs to it stands to the right of it, not of its parent.
    if (this.open.some((piece) => piece.column === column && piece.kind === 'key')) return column;
    return this.open.filter((piece) => piece.column < column).at(-1)?.column ?? -1;
  }

  private readBlock(owner: number): void {
    const start = this.at;
    let last = this.line;
    while (last + 1 < this.to && !this.isLeftOf(last + 1, owner + 1)) last++;
    this.addContent('block', span(start, this.lines.end(last)), '');
    this.moveTo(this.lines.end(last), last);
  }

  private readFlow(owner: number): void {
    const start = this.at;
    const flow = readFlow(
      {
        text: this.text,
        end: this.lines.end(this.to - 1),
        endsBefore: (line) => this.isNewStructure(this.lines.position(line).line, owner),
        comment: (range) => this.comments.push(range),
      },
      start,
    );
    this.addContent('flow', flow.span, '', { flow });
    this.moveTo(flow.span.end);
  }

  private readQuoted(owner: number): void {
    const start = this.at;
    const end = this.closingQuote(start, owner) ?? this.lineEnd;
    const word = quotedWord(this.text, span(start, end));
    this.addContent(word.kind, word.span, word.text);
    this.moveTo(end);
  }

  private closingQuote(start: number, owner: number): number | undefined {
    let line = this.line;
    while (line + 1 < this.to && !this.isNewStructure(line + 1, owner)) line++;
    return quotedEnd(this.text, start, this.lines.end(line));
  }

  private readPlain(owner: number): void {
    const word = this.plainPart(this.at);
    const column = this.column(this.line, word.span.start);
    let end = word.span.end;
    let last = this.line;
    if (!isComment(this.text, skipSpaces(this.text, end))) {
      for (let line = last + 1; line < this.to; line++) {
        const start = this.contentStart(line);
        if (start === this.lines.end(line)) continue;
        if (!this.continuesPlain(line, start, owner, column)) break;
        end = this.plainPart(start, line).span.end;
        last = line;
      }
    }
    this.addContent('plain', span(word.span.start, end), word.text);
    this.line = last;
    this.at = end;
  }

  private plainPart(start: number, line = this.line): Word {
    return plainWord(this.text, start, commentIn(this.text, start, this.lines.end(line)));
  }

  private continuesPlain(line: number, start: number, owner: number, column: number): boolean {
    const indent = this.column(line, start);
    if (indent <= owner || isComment(this.text, start)) return false;
    if (isDash(this.text, start) && indent <= column) return false;
    return !keyAt(this.text, start, this.lines.end(line));
  }

  private isLeftOf(line: number, column: number): boolean {
    const start = this.contentStart(line);
    return start < this.lines.end(line) && this.column(line, start) < column;
  }

  /** Whether a key or list item begins on `line` that cannot belong to what `owner` holds. */
  private isNewStructure(line: number, owner: number): boolean {
    if (!this.isLeftOf(line, owner + 1)) return false;
    const start = this.contentStart(line);
    return isDash(this.text, start) || keyAt(this.text, start, this.lines.end(line)) !== undefined;
  }

  private moveTo(offset: number, line = this.lines.position(offset).line): void {
    this.line = line;
    this.at = offset;
  }

  private addStructure(kind: 'key' | 'dash', range: Span, text: string, colon?: number): Piece {
    const piece = this.addContent(kind, range, text, colon === undefined ? {} : { colon });
    this.open.push(piece);
    return piece;
  }

  /** Adds a piece that begins on the current line. */
  private addContent(
    kind: Piece['kind'],
    range: Span,
    text: string,
    extra: Pick<Piece, 'flow' | 'colon'> = {},
  ): Piece {
    const lineStart = this.lines.start(this.line);
    const column = range.start - lineStart;
    while (!canHold(this.innermost, kind, column)) this.open.pop();
    const parent = this.innermost;
    const inline = parent !== this.root && lineStart <= parent.span.start;
    const piece = { kind, column, span: range, text, inline, parent, children: [], ...extra };
    parent.children.push(piece);
    this.pieces.push(piece);
    return piece;
  }

  private get innermost(): Piece {
    return this.open.at(-1) ?? this.root;
  }
}

/** A list may begin at the column of its key; everything else stands to the right of what it belongs to. */
function canHold(holder: Piece, kind: Piece['kind'], column: number): boolean {
  if (holder.column === column) return holder.kind === 'key' && kind === 'dash';
  return holder.column < column;
}
