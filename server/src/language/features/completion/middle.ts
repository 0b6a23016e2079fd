import type { Schema } from '../../schema/schema';
import { SHORTHANDS } from '../../shorthand';
import { span } from '../../base/span';
import type { Pen } from './pen';
import { isAccepted } from './possible';
import type { Choice } from './shorthand/completer';

/** The part of a shorthand at the cursor. */
export interface Middle {
  /** Writes that part alone. */
  readonly pen: Pen;
  /** The choices reduced to that part, if dstack accepts the resulting value; each once. */
  readonly cut: (choices: readonly Choice[]) => readonly Choice[];
}

/** The part at the cursor if further parts follow it; undefined if the whole rest of the word is replaced. */
export function middleOf(schema: Schema, pen: Pen): Middle | undefined {
  const separator = pen.lead === '' && schema.shorthand && SHORTHANDS[schema.shorthand].separator;
  const at = separator ? pen.after.search(separator) : -1;
  if (!separator || at < 0) return undefined;
  const kept = pen.after.slice(at);
  const { start } = pen.range;
  const cursor = start + pen.quote.length + pen.prefix.length;
  const range = span(start, cursor + at);
  const cut = ({ text, note }: Choice): Choice => {
    const end = text.slice(pen.prefix.length).search(separator);
    if (end < 0) return { text, ...(note === undefined ? {} : { note }) };
    return { text: text.slice(0, pen.prefix.length + end) };
  };
  return {
    pen: { ...pen, range },
    cut: (choices) => {
      const parts = new Map(choices.map(cut).map((part) => [part.text, part]));
      return [...parts.values()].filter(
        ({ text }) => text !== '' && isAccepted(schema, text + kept),
      );
    },
  };
}
