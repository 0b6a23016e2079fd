import type { Schema } from '../../schema/schema';
import { span } from '../../base/span';
import type { ValueSlot } from '../../yaml/slot';
import { propertyMarkdown } from '../../meaning/markdown';
import { isComplete, isName, startsWith } from './complete';
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
  // While an answer is late nothing but the typed text is selected: what goes on from it fits no longer text.
  return [
    typedOffer(schema, slot, quote + typed),
    ...more.map((offer) => ({ ...offer, filter: typed })),
  ];
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
 * The offers with which a list stays right while typing goes on, so that the editor can narrow it by itself and Enter
 * never meets a late one: whatever complete text they begin with is offered itself, as it is typed.
 */
export function narrowable(
  offers: readonly Offer[],
  schema: Schema,
  { prefix }: ValueSlot,
): readonly Offer[] {
  const known = new Set(offers.filter(isWrittenAsTyped).map(({ label }) => label));
  // Of names the beginning is none.
  if (isName(schema)) return offers.filter(({ label }) => known.has(label));
  const labels = labelsOf(offers);
  return offers.filter(({ label }) => {
    if (!label.startsWith(prefix)) return !isSpeltOtherwise(label, prefix);
    for (let length = prefix.length + 1; length <= label.length; length++) {
      const text = label.slice(0, length);
      if (!known.has(text) && isComplete(schema, text, labels)) return false;
    }
    return true;
  });
}

function isSpeltOtherwise(label: string, prefix: string): boolean {
  return label.toLowerCase().startsWith(prefix.toLowerCase());
}

/** Whether what was left out goes on with a further part from what is there, so that it comes once that is written. */
export function areLater(left: readonly Offer[], offers: readonly Offer[]): boolean {
  const known = new Set(labelsOf(offers));
  return left.every(({ label }) =>
    [...label.matchAll(/[:,]|\.\./g)].some(({ index }) => known.has(label.slice(0, index))),
  );
}

/** Whether accepting the offer changes nothing once all of it is typed. */
function isWrittenAsTyped({ label, before, after, frame }: Offer): boolean {
  return (
    frame.lead === '' && frame.tail === '' && after === undefined && before === frame.quote + label
  );
}
