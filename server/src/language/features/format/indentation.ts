import { span, type Lines } from '../../base/span';
import { contains, type Change, type LineRange } from './change';
import type { Layout } from './layout';
import { reach, type Block, type Entry, type Outline, type Stretch } from './outline';

/** The columns of blocks and lines in the formatted text. */
export class Indentation {
  private readonly columns = new Map<Block, number>();
  /** By how many columns each line with an entry moves. */
  private readonly moves = new Map<number, number>();

  constructor(
    private readonly text: string,
    private readonly lines: Lines,
    private readonly outline: Outline,
    private readonly layout: Layout,
    private readonly range: LineRange,
  ) {
    for (const block of outline.blocks) this.columns.set(block, this.wantedColumn(block));
    const longer = new Map(outline.stretches.map((one) => [one.firstLine, one.lastLine]));
    for (const entry of outline.entries) {
      const last = longer.get(entry.line) ?? entry.line;
      this.moves.set(entry.line, this.entryColumn(entry, last) - this.columnOf(entry.line));
    }
  }

  /** A block that is only partly in the range is not moved. */
  private wantedColumn(block: Block): number {
    const { parent, kind, column, firstLine, lastLine } = block;
    if (!contains(this.range, firstLine, lastLine)) return column;
    if (!parent) return 0;
    if (parent.kind === 'list') return this.column(parent) + 2;
    return this.column(parent) + this.layout[kind];
  }

  column(block: Block): number {
    return this.columns.get(block) ?? block.column;
  }

  private entryColumn({ line, block, kind }: Entry, lastLine: number): number {
    if (!block) return this.columnOf(line);
    if (kind === 'entry') return this.column(block);
    if (!contains(this.range, line, reach(this.text, this.lines, lastLine))) {
      return this.columnOf(line) + this.column(block) - block.column;
    }
    return this.column(block) + (block.kind === 'list' ? 2 : this.layout.mapping);
  }

  /** The changes before all lines. */
  *changes(): Generator<Change> {
    for (const [line, move] of this.moves) yield* this.move(line, this.columnOf(line) + move);
    const contentColumns = new Map<Stretch, number>();
    for (const stretch of this.outline.stretches) {
      if (stretch.kind === 'block scalar') {
        contentColumns.set(stretch, yield* this.blockScalar(stretch));
      } else yield* this.continuation(stretch);
    }
    yield* this.comments(contentColumns);
  }

  private *continuation({ kind, firstLine, lastLine, block }: Stretch): Generator<Change> {
    // The line of a scalar within brackets may itself continue something.
    const move = this.moveOf(firstLine);
    const least = kind === 'plain' && block ? this.column(block) + 1 : 0;
    for (let line = firstLine + 1; line <= lastLine; line++) {
      const owner = this.outline.insideOf.get(line);
      if (owner?.firstLine !== firstLine || owner.kind !== kind) continue;
      const column = this.columnOf(line) + move;
      if (move !== 0 || this.columnOf(line) < least)
        yield* this.move(line, Math.max(least, column));
    }
  }

  private moveOf(line: number): number {
    const own = this.moves.get(line);
    if (own !== undefined) return own;
    const owner = this.outline.insideOf.get(line);
    return owner && owner.firstLine < line ? this.moveOf(owner.firstLine) : 0;
  }

  private *blockScalar(stretch: Stretch): Generator<Change, number> {
    const { block, firstLine, lastLine, token } = stretch;
    const header = /^[|>][-+]?([1-9])?/.exec(this.text.slice(token.start, token.start + 3));
    // An explicit indentation counts from the block that contains the text.
    const explicit = header?.[1] === undefined ? undefined : Number(header[1]);
    const base = block ? this.column(block) : 0;
    // If there is no text, everything with more indentation would become the text.
    if (firstLine === lastLine) return base + (explicit ?? 1);
    const old =
      explicit === undefined ? this.contentColumn(stretch) : (block?.column ?? 0) + explicit;
    const column =
      explicit === undefined ? this.wantedContent(stretch, base, old) : base + explicit;
    for (let line = firstLine + 1; line <= lastLine; line++) {
      const start = this.lines.start(line);
      const blank = this.columnOf(line);
      const kept = Math.min(blank, old);
      const isEmpty = start + blank === this.lines.end(line);
      const indent = isEmpty && blank <= old ? 0 : column;
      if (kept === indent || !contains(this.range, line)) continue;
      yield { span: span(start, start + kept), text: ' '.repeat(indent) };
    }
    return column;
  }

  /** `base` is the new column of its block, `old` the current column of the text. */
  private wantedContent(
    { block, firstLine, lastLine }: Stretch,
    base: number,
    old: number,
  ): number {
    if (!block) return old;
    const by = old - block.column;
    const usual = block.kind === 'list' ? [2, this.layout.mapping] : [this.layout.mapping];
    const isWhole = contains(this.range, firstLine, reach(this.text, this.lines, lastLine));
    return base + (isWhole && !usual.includes(by) ? (usual[0] ?? by) : by);
  }

  /** The deepest indentation of the empty lines before the text and of its first line. */
  private contentColumn({ firstLine, lastLine }: Stretch): number {
    let deepest = 0;
    for (let line = firstLine + 1; line <= lastLine; line++) {
      deepest = Math.max(deepest, this.columnOf(line));
      if (this.lines.start(line) + this.columnOf(line) < this.lines.end(line)) break;
    }
    return deepest;
  }

  /** Comments go with the line below or above that has their column. */
  private *comments(contentColumns: ReadonlyMap<Stretch, number>): Generator<Change> {
    const entries = this.outline.entries;
    const scalarAt = new Map([...contentColumns].map(([one, column]) => [one.lastLine, column]));
    let next = 0;
    let afterScalar = 0;
    for (let line = 0; line < this.lines.count; line++) {
      while ((entries[next]?.line ?? Infinity) <= line) next++;
      if (this.moves.has(line)) afterScalar = 0;
      afterScalar = scalarAt.get(line) ?? afterScalar;
      const old = this.columnOf(line);
      if (this.text[this.lines.start(line) + old] !== '#' || this.outline.insideOf.has(line))
        continue;
      const below = entries[next]?.line;
      const above = entries[next - 1]?.line;
      const like = [below, above].find((one) => one !== undefined && this.columnOf(one) === old);
      const move = this.moves.get(like ?? below ?? above ?? -1) ?? 0;
      const column = Math.max(0, old + move);
      // Not so deep that it would belong to the text above.
      yield* this.move(line, afterScalar > 0 ? Math.min(column, afterScalar - 1) : column);
    }
  }

  private *move(line: number, column: number): Generator<Change> {
    const start = this.lines.start(line);
    const old = this.columnOf(line);
    if (start + old === this.lines.end(line) || old === column || !contains(this.range, line))
      return;
    yield { span: span(start, start + old), text: ' '.repeat(column) };
  }

  private columnOf(line: number): number {
    const start = this.lines.start(line);
    const end = this.lines.end(line);
    let at = start;
    while (at < end && this.text[at] === ' ') at++;
    return at - start;
  }
}
