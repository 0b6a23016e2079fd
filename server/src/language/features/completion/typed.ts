import type { Catalogue } from '../../catalogue';
import type { Schema } from '../../schema/schema';
import { span } from '../../base/span';
import type { ValueSlot } from '../../cursor/slot';
import { isComplete, isName } from './complete';
import { startsWith } from './shorthand/completer';
import { matchedPart, NOTHING, TRIGGER_CHARACTERS, type Offer } from './item';
import { documentationOf } from './values';

/** Before all other groups. */
const TYPED = -2;

/**
 * The suggestions for a text that is already typed. If it is complete, it is the first row itself, so Enter does not
 * change it, and only its continuations follow; there is no list if there are none. In the middle of a word, before
 * `after`, users do not press Enter, and all offers are kept.
 */
export function besideTyped(
  offers: readonly Offer[],
  schema: Schema,
  slot: ValueSlot,
  after: string,
  catalogue: Catalogue,
): readonly Offer[] {
  const { prefix: typed, quote } = slot;
  if (typed === '') return offers;
  // Half a word is not offered: accepting it would drop the other half.
  if (/^\w/.test(after)) return offers.filter(({ label }) => label !== typed);
  if (after !== '') return offers;
  if (startsKey(offers, slot) || !isComplete(schema, typed, labelsOf(offers), catalogue))
    return offers;
  const more = offers.filter(({ label }) => startsWith(label, typed));
  if (more.length === 0) return [];
  // While an answer is late, only the typed text is selected: its continuations do not match a longer text.
  return [
    typedOffer(schema, slot, quote + typed, catalogue),
    ...more.map((offer) => ({ ...offer, filter: typed })),
  ];
}

/**
 * The offers that can follow a number: those that begin with it, and keys. An editor would also match `128GB` with
 * `12G`, and `12GB` after that.
 */
export function withNumber(
  offers: readonly Offer[],
  { prefix: typed }: ValueSlot,
  after: string,
): readonly Offer[] {
  if (after !== '' || !/^[0-9]/.test(typed)) return offers;
  return offers.filter(({ kind, label }) => kind === 'property' || label.startsWith(typed));
}

const labelsOf = (offers: readonly Offer[]) => offers.map(({ label }) => label);

/** Whether the word is at a place where a mapping can begin, and is the beginning of one of its keys. */
function startsKey(offers: readonly Offer[], { ownLine, prefix }: ValueSlot): boolean {
  return (
    ownLine && offers.some(({ kind, label }) => kind === 'property' && startsWith(label, prefix))
  );
}

/** The typed text itself, with the quote that it begins with: accepting it changes nothing. */
function typedOffer(
  schema: Schema,
  { prefix, span: word }: ValueSlot,
  written: string,
  catalogue: Catalogue,
): Offer {
  return {
    label: prefix,
    kind: 'value',
    before: written,
    filter: written,
    documentation: () => documentationOf(schema, prefix, catalogue),
    group: TYPED,
    preselect: true,
    frame: { range: span(word.start, word.start + written.length), lead: '', tail: '', quote: '' },
  };
}

/**
 * The offers with which a list stays right while the user types, so the editor can narrow it by itself and Enter never
 * accepts a late one: every complete text at the beginning of an offer is offered as well.
 */
export function narrowable(
  offers: readonly Offer[],
  schema: Schema,
  slot: ValueSlot,
  catalogue: Catalogue,
): readonly Offer[] {
  const reach = reachIn(offers, schema, slot, catalogue);
  return offers.filter((offer) => reach(offer) === offer.label.length);
}

/**
 * The offers of a list that is not narrowable, for an editor that keeps an old one: each fits what is typed as long as
 * Enter may accept it, which is until the next complete text, and until another of them no longer fits.
 */
export function untilComplete(
  offers: readonly Offer[],
  schema: Schema,
  slot: ValueSlot,
  catalogue: Catalogue,
): readonly Offer[] {
  const { prefix } = slot;
  const reach = reachIn(offers, schema, slot, catalogue);
  const closed = offers.filter((offer) => reach(offer) === offer.label.length);
  const ends = offers
    .filter((offer) => offer.label.startsWith(prefix) && !closed.includes(offer))
    .filter((offer) => !areLater([offer], closed))
    .map(reach);
  const most = Math.min(Infinity, ...ends);
  return offers.flatMap((offer) => {
    const { label, filter = label } = offer;
    const fitting = label.startsWith(prefix) ? label.slice(0, Math.min(reach(offer), most)) : '';
    if (fitting === label) return offer;
    // Editors move an exact match to the top, so the remaining part must not be one.
    if (fitting.length > prefix.length) return { ...offer, filter: fitting + NOTHING };
    const matched = matchedPart(filter, prefix);
    return matched === undefined ? [] : { ...offer, filter: matched + NOTHING };
  });
}

/** How much of the label of an offer may be typed before a complete text that is not offered itself. */
function reachIn(
  offers: readonly Offer[],
  schema: Schema,
  { prefix }: ValueSlot,
  catalogue: Catalogue,
): (offer: Offer) => number {
  const known = new Set(offers.filter(isWrittenAsTyped).map(({ label }) => label));
  const labels = labelsOf(offers);
  const isNames = isName(schema);
  return ({ label }) => {
    // The beginning of a name is not a complete text.
    if (isNames) return known.has(label) ? label.length : 0;
    if (!label.startsWith(prefix)) return isSpeltOtherwise(label, prefix) ? 0 : label.length;
    for (let length = prefix.length + 1; length <= label.length; length++) {
      const text = label.slice(0, length);
      if (!known.has(text) && isComplete(schema, text, labels, catalogue)) return length - 1;
    }
    return label.length;
  };
}

function isSpeltOtherwise(label: string, prefix: string): boolean {
  return label.toLowerCase().startsWith(prefix.toLowerCase());
}

/** Whether an omitted offer continues with a further part, so it is offered once that is typed. */
export function areLater(left: readonly Offer[], offers: readonly Offer[]): boolean {
  const known = new Set(labelsOf(offers));
  return left.every(({ label }) => partsOf(label).some((part) => known.has(part)));
}

/**
 * The offers of a list that an editor keeps, each made to fit only until a trigger character is typed. The editor asks
 * again at that character, and until then Enter must not accept an offer that was selected earlier.
 */
export function untilTrigger(offers: readonly Offer[], { prefix }: ValueSlot): readonly Offer[] {
  return offers.map((offer) => {
    const { label, filter = label } = offer;
    if (!filter.startsWith(prefix)) return { ...offer, filter: withoutTriggers(filter, prefix) };
    const rest = filter.slice(prefix.length);
    const length = rest.split('').findIndex(isTrigger);
    return length < 0 ? offer : { ...offer, filter: prefix + rest.slice(0, length) + NOTHING };
  });
}

/** A text that matches what is typed, without the trigger characters after the matched part. */
function withoutTriggers(text: string, typed: string): string {
  const matched = matchedPart(text, typed) ?? '';
  const rest = text.slice(matched.length).split('');
  return matched + rest.filter((character) => !isTrigger(character)).join('');
}

const isTrigger = (character: string) => TRIGGER_CHARACTERS.includes(character);

/** The text before each further part: `H100` and `H100:80GB` for `H100:80GB:2`. */
function partsOf(label: string): string[] {
  return [...label.matchAll(/[:,]|\.\./g)].map(({ index }) => label.slice(0, index));
}

/** Whether accepting the offer changes nothing once all of it is typed. */
function isWrittenAsTyped({ label, before, after, frame }: Offer): boolean {
  return (
    frame.lead === '' && frame.tail === '' && after === undefined && before === frame.quote + label
  );
}
