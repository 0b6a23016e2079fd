import { lastIndexWhere } from '../base/search';
import type { Span } from '../base/span';

/** One replacement in a text; `newText` takes the place of the span. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A change that settles a problem. */
export interface Fix {
  /** What it does, e.g. "Change to `commands`". */
  readonly title: string;
  /** They do not overlap. */
  readonly edits: readonly Edit[];
  /** Whether it is most probably what the author meant. */
  readonly preferred: boolean;
  /** Whether it cannot change what the author meant, so that it may be applied without asking. */
  readonly safe: boolean;
}

/** Whether edits overlap, as they can where YAML sees lines that editors do not. */
export function overlap(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  return sorted.some(({ span }, index) => span.start < (sorted[index - 1]?.span.end ?? 0));
}

/** The text with the edits made; they do not overlap, and their order does not matter. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

/**
 * Where an offset of a text is after some edits: what is inserted at it comes before it, and what a replaced text held
 * is at the start of the new one.
 */
export function offsetAfter(edits: readonly Edit[]): (offset: number) => number {
  let shift = 0;
  const moves = [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span: { start, end }, newText }) => {
      const move = { start, end, before: shift, after: shift + newText.length - (end - start) };
      shift = move.after;
      return move;
    });
  return (offset) => {
    const last =
      moves[lastIndexWhere(moves.length, (index) => (moves[index]?.start ?? Infinity) <= offset)];
    if (!last) return offset;
    return offset < last.end ? last.start + last.before : offset + last.after;
  };
}
