import type { Lines } from '../../base/span';
import { columnIn, isComment, isDash, keyAt, skipSpaces, tabWidthOf } from './scan';

/** Tells what the lines of a text begin with, and at which column. */
export class LineStarts {
  /** Columns that a tab in the indentation counts for. */
  readonly tabWidth: number;

  constructor(
    private readonly text: string,
    private readonly lines: Lines,
  ) {
    this.tabWidth = tabWidthOf(text);
  }

  /** Offset of the first character that is no white space, or the end of the line. */
  contentStart(line: number): number {
    return Math.min(skipSpaces(this.text, this.start(line)), this.lines.end(line));
  }

  /** The column of an offset on a line. */
  column(line: number, at: number): number {
    return columnIn(this.text, this.start(line), at, this.tabWidth);
  }

  /** Whether a tab is all that is before `at` on a line, but for spaces. */
  isAfterTab(line: number, at: number): boolean {
    return at === this.contentStart(line) && this.text.slice(this.start(line), at).includes('\t');
  }

  /** Whether `line` has content that begins to the left of `column`. */
  isLeftOf(line: number, column: number): boolean {
    const start = this.contentStart(line);
    return start < this.lines.end(line) && this.column(line, start) < column;
  }

  /** Whether a key or list item begins on `line` that cannot belong to what begins at column `owner`. */
  isNewStructure(line: number, owner: number): boolean {
    if (!this.isLeftOf(line, owner + 1)) return false;
    const start = this.contentStart(line);
    return isDash(this.text, start) || keyAt(this.text, start, this.lines.end(line)) !== undefined;
  }

  /** Whether `line`, below a bracket that is never closed, is no part of the flow collection for all that. */
  isBlockLine(line: number, isList: boolean): boolean {
    const start = this.contentStart(line);
    if (isDash(this.text, start)) return true;
    const end = this.lines.end(line);
    const key = keyAt(this.text, start, end);
    if (!key) return false;
    const value = skipSpaces(this.text, key.colon + 1);
    return isList || value >= end || isComment(this.text, value);
  }

  /** The start of a line, after a byte order mark. */
  private start(line: number): number {
    const start = this.lines.start(line);
    return start === 0 && this.text.startsWith('\ufeff') ? 1 : start;
  }
}
