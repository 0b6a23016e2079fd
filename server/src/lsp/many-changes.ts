import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Units } from './positions/encoding';

/** Characters of a block at least. */
const SMALLEST = 256;

/** A part of a text. It never ends between a CR and an LF or in a character, so each line break is in one block. */
interface Block {
  readonly text: string;
  /** Its length in the client's units. */
  readonly units: number;
  /** The ends of the line breaks in it. */
  readonly ends: readonly number[];
}

/** A place in a text: a block, and an offset in it. */
interface Place {
  readonly block: number;
  readonly at: number;
}

/**
 * The text after changes that come together, whose ranges count in the client's units. A change costs as much as a block,
 * not as much as the text: for a hundred thousand changes of a megabyte, the table of lines of `TextDocument` takes
 * minutes.
 */
export function textAfter(
  text: string,
  changes: readonly TextDocumentContentChangeEvent[],
  units: Units,
): string {
  let whole = changes.length - 1;
  while (whole >= 0 && hasRange(changes[whole])) whole--;
  const changed = new Blocks(changes[whole]?.text ?? text, units);
  for (const change of changes.slice(whole + 1)) if (hasRange(change)) changed.replace(change);
  return changed.text;
}

/** A change with a range: a client may send whole texts instead. */
export type Replacement = Extract<TextDocumentContentChangeEvent, { range: unknown }>;

/** Some clients send null for what they omit. */
export function hasRange(
  change: TextDocumentContentChangeEvent | undefined,
): change is Replacement {
  return change !== undefined && 'range' in change && (change.range as unknown) != null;
}

/** A text in blocks, so a change affects few characters. */
class Blocks {
  private readonly size: number;
  private blocks: Block[];

  constructor(
    text: string,
    private readonly units: Units,
  ) {
    // Finding a block and changing it then take about the same time.
    this.size = Math.max(SMALLEST, Math.round(Math.sqrt(text.length) / 2));
    this.blocks = this.cut(text);
  }

  get text(): string {
    return this.blocks.map(({ text }) => text).join('');
  }

  replace({ range, text }: Replacement): void {
    const start = this.placeOf(range.start);
    const isInsertion = isSame(range.start, range.end);
    const [from, to] = isInsertion ? [start, start] : inOrder(start, this.placeOf(range.end));
    const before = this.blocks[from.block]?.text.slice(0, from.at) ?? '';
    const after = this.blocks[to.block]?.text.slice(to.at) ?? '';
    let first = from.block;
    let last = to.block;
    let middle = before + text + after;
    // Short blocks grow, and a line break or a character of two code units that comes together is in one block.
    const previous = this.blocks[first - 1]?.text ?? '';
    if (middle.length < this.size || meet(previous, middle)) {
      middle = previous + middle;
      first = Math.max(first - 1, 0);
    }
    const next = this.blocks[last + 1]?.text ?? '';
    if (middle.length < this.size || meet(middle, next)) {
      middle += next;
      last++;
    }
    this.blocks.splice(first, last - first + 1, ...this.cut(middle));
  }

  private cut(text: string): Block[] {
    const blocks: Block[] = [];
    for (let start = 0; start < text.length;) {
      let end = text.length - start > 2 * this.size ? start + this.size : text.length;
      if (isInside(text, end)) end++;
      const part = text.slice(start, end);
      blocks.push({ text: part, units: this.units.count(part), ends: endsIn(part) });
      start = end;
    }
    return blocks;
  }

  /** The place of a position, which is moved into its line as LSP says, and into the text. */
  private placeOf({ line, character }: Position): Place {
    if (line < 0) return { block: 0, at: 0 };
    let block = 0;
    let left = line;
    // A line begins after the break before it.
    for (; left > (this.blocks[block]?.ends.length ?? left); block++)
      left -= this.blocks[block]?.ends.length ?? 0;
    const found = this.blocks[block];
    if (!found) return { block: Math.max(this.blocks.length - 1, 0), at: Infinity };
    return this.withinLine(block, left, left === 0 ? 0 : (found.ends[left - 1] ?? 0), character);
  }

  /** `character` characters after a place, or the end of its line; `next` is the break that ends it in the block. */
  private withinLine(block: number, next: number, start: number, character: number): Place {
    let at = start;
    let left = Math.max(character, 0);
    for (; ; block++, next = 0, at = 0) {
      const { text, units, ends } = this.blocks[block] ?? { text: '', units: 0, ends: [] };
      const end = ends[next];
      const stop = end === undefined ? text.length : end - lengthOfBreak(text, end);
      const isLast = end !== undefined || block >= this.blocks.length - 1;
      const part = text.slice(at, stop);
      // A line may go through all blocks.
      const size = part.length === text.length ? units : this.units.count(part);
      if (isLast || left <= size)
        return { block, at: Math.min(at + this.units.offset(() => part, left), stop) };
      left -= size;
    }
  }
}

/** Whether two texts together have a CR LF, or a character, that neither of them has. */
function meet(before: string, after: string): boolean {
  return isInside(before.slice(-1) + after.slice(0, 1), 1);
}

/** Whether an offset is between a CR and an LF, or in a character. */
function isInside(text: string, at: number): boolean {
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1));
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

function inOrder(a: Place, b: Place): readonly [Place, Place] {
  return a.block < b.block || (a.block === b.block && a.at <= b.at) ? [a, b] : [b, a];
}

function endsIn(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) ends.push(at + 1);
  }
  return ends;
}

function lengthOfBreak(text: string, end: number): number {
  return text.charCodeAt(end - 1) === 10 && text.charCodeAt(end - 2) === 13 ? 2 : 1;
}
