import type { Schema } from '../../schema/schema';
import { span } from '../../span';
import type { ValueSlot } from '../../yaml/slot';
import { propertyMarkdown } from '../markdown';
import { isComplete, startsWith } from './complete';
import type { Offer } from './item';
import { meaning } from './values';

/** In front of all other groups. */
const TYPED = -2;

/**
 * What is offered beside a text that is typed already. Where it is complete, it is the first row itself, so that Enter
 * leaves it as it is, and only what goes on from it follows; nothing where nothing does. In the middle of a word, `after`
 * which more of it comes, nobody presses Enter, and all offers stay.
 */
export function besideTyped(
  offers: readonly Offer[],
  schema: Schema,
  slot: ValueSlot,
  after: string,
): readonly Offer[] {
  const { prefix: typed, quote } = slot;
  if (typed === '' || after !== '') return offers;
  if (startsKey(offers, slot) || !isComplete(schema, typed, labelsOf(offers))) return offers;
  const more = offers.filter(({ label }) => startsWith(label, typed));
  if (more.length === 0) return [];
  return [typedOffer(schema, slot, quote + typed), ...more];
}

const labelsOf = (offers: readonly Offer[]) => offers.map(({ label }) => label);

/** Whether the word stands where a mapping can begin, and is the beginning of one of its keys. */
function startsKey(offers: readonly Offer[], { ownLine, prefix }: ValueSlot): boolean {
  return (
    ownLine && offers.some(({ kind, label }) => kind === 'property' && startsWith(label, prefix))
  );
}

/** The typed text as it stands, with the quote that it begins with: to accept it changes nothing. */
function typedOffer(schema: Schema, { prefix, span: word }: ValueSlot, written: string): Offer {
  const note = meaning(schema, prefix);
  return {
    label: prefix,
    kind: 'value',
    before: written,
    filter: written,
    documentation: propertyMarkdown({ schema }),
    ...(note === undefined ? {} : { note }),
    group: TYPED,
    preselect: true,
    frame: { range: span(word.start, word.start + written.length), lead: '', tail: '', quote: '' },
  };
}

/**
 * Whether the list stays right while typing goes on: whatever complete text its items begin with is an item itself.
 * Editors narrow such a list by themselves; any other they ask for again.
 */
export function isClosed(offers: readonly Offer[], schema: Schema, { prefix }: ValueSlot): boolean {
  const labels = labelsOf(offers);
  const known = new Set(labels);
  return labels.every((label) => {
    for (let length = prefix.length + 1; length < label.length; length++) {
      const text = label.slice(0, length);
      if (!known.has(text) && isComplete(schema, text, labels)) return false;
    }
    return true;
  });
}
