import type { MarkupContent } from 'vscode-languageserver-types';
import type { Catalogue } from '../../catalogue';
import type { Schema } from '../../schema/schema';
import { parseShorthand, SHORTHANDS } from '../../shorthand';
import { formsOf } from '../../meaning/value-kinds';
import { explain } from '../../meaning';
import { markdown, propertyMarkdown, valueMarkdown } from '../../meaning/markdown';
import { textToYaml } from '../../edit/yaml-text';
import type { LiveFacts } from '../../live/facts';
import type { Offer } from './item';
import { innerKeyOffers } from './inner-keys';
import { keyOffers, NO_NEIGHBOURS } from './keys';
import { listedValues, type Listed } from './listed';
import { configuredFirst, liveValue } from './live';
import { middleOf } from './middle';
import { inForm, releaseForText } from './newer';
import { inList, inMapping, type Pen } from './pen';
import { completerOf, looksAround } from './completers';
import { isPossible } from './possible';
import { FINISHED, NOTES } from './shorthand';
import { choices, startsWith, type Around, type Choice, type Near } from './shorthand/completer';
import { MOST_USUAL, usualValues, valueUsage } from './usage';

/** The groups of values, in the order in which they are shown. Those of keys come in between. */
const NEXT = -2;
const SCALAR = -1;
const ITEM = 10;

/** What can be written as a value of this schema: scalars, the keys of a mapping, the items of a list. */
export function valueOffers(
  schema: Schema,
  pen: Pen,
  place: string,
  near: Near,
  taken: readonly string[] = [],
): Offer[] {
  const offers = singleOffers(schema, pen, place, near, taken);
  if (schema.items && pen.quote === '') {
    const first = inList(pen);
    const { minItems = 0 } = schema;
    const isOffered = ({ label, kind }: Offer) =>
      offers.some((offer) => offer.label === label && offer.kind === kind);
    const items = minItems > 1 ? [] : singleOffers(schema.items, first, place, near, taken);
    // If a value and a list with only that value mean the same, the value is offered without the list.
    const asItems = items.filter((item) => item.kind !== 'value' || !isOffered(item));
    offers.push(...inForm(schema, 'list', asItems));
    if (!pen.flow) {
      const dash = dashOffer(schema.items, first, isListOnly(schema, pen));
      offers.push(...inForm(schema, 'list', [dash]));
    }
  }
  // If the content after a dash is open, the dash alone can be written.
  const isOpen = offers.length === 0 || (!schema.enum && looksAround(schema));
  return isOpen && pen.lead.endsWith('- ') ? [...offers, dashOffer(schema, pen)] : offers;
}

function singleOffers(
  schema: Schema,
  pen: Pen,
  place: string,
  near: Near,
  taken: readonly string[],
): Offer[] {
  const scalars = scalarOffers(schema, pen, place, near, taken);
  if (pen.quote !== '' || !formsOf(schema).includes('mapping')) return scalars;
  const mapping = inMapping(pen);
  const keys = [
    ...keyOffers(schema, NO_NEIGHBOURS, mapping, place),
    ...innerKeyOffers(schema, NO_NEIGHBOURS, mapping, place),
  ];
  return [...scalars, ...inForm(schema, 'mapping', keys)];
}

/** Whether nothing can follow the key on its line, so a dash must come next. */
function isListOnly(schema: Schema, { ownLine }: Pen): boolean {
  return !ownLine && !formsOf(schema).includes('scalar');
}

function dashOffer(items: Schema, pen: Pen, isNext = false): Offer {
  const documentation = () => propertyMarkdown({ schema: items });
  return {
    label: '- ',
    kind: 'value',
    before: '',
    documentation,
    group: isNext ? NEXT : ITEM,
    frame: pen,
  };
}

function scalarOffers(
  schema: Schema,
  pen: Pen,
  place: string,
  near: Near,
  taken: readonly string[],
): Offer[] {
  const set = new Set(taken);
  const isFree = (text: string) => !set.has(text);
  const free = listedValues(schema).filter(({ text }) => isFree(text));
  const listed = configuredFirst(mostUsedFirst(schema, free, place), schema, near.live);
  const possible = choicesFor(schema, pen.prefix, { ...near, usual: usualValues(place) });
  const others = possible.filter(
    ({ text }) =>
      isFree(text) && isContinued(schema, text, pen) && !listed.some((one) => one.text === text),
  );
  // If there is a choice, the default need not be written.
  const isLast = ({ text }: Listed) => others.length > 0 && isDefault(schema, text);
  const toOffer = (value: Listed) => listedOffer(schema, value, pen, near.live);
  const middle = middleOf(schema, pen);
  if (middle) {
    const parts = middle.cut([...others, ...listed.map(({ text }) => ({ text }))]);
    return parts.map((part) => partOffer(schema, part, middle.pen));
  }
  return [
    ...listed.filter((value) => !isLast(value)).map(toOffer),
    ...others.map((choice) => choiceOffer(schema, choice, pen, near.catalogue)),
    ...listed.filter(isLast).map(toOffer),
    ...nullOffers(schema, pen, near),
  ];
}

/** `null`, where it is an example: elsewhere, it means the same as no property. Nothing else is a scalar there. */
function nullOffers(schema: Schema, pen: Pen, { live }: Near): Offer[] {
  if (pen.quote !== '' || !schema.examples?.includes(null)) return [];
  const offer = listedOffer(schema, { text: 'null', yaml: 'null' }, pen, live);
  return [{ ...offer, group: pen.prefix === '' ? ITEM : SCALAR }];
}

/**
 * Whether a suggestion goes on from the typed text, if the grammar has room for texts of the user: Enter after `data`
 * must not write `/mnt/data:/data`.
 */
function isContinued({ shorthand }: Schema, text: string, { prefix, after }: Pen): boolean {
  if (!shorthand || FINISHED[shorthand] || after !== '') return true;
  return text === prefix || startsWith(text, prefix);
}

function isDefault(schema: Schema, text: string): boolean {
  return schema.default !== undefined && String(schema.default) === text;
}

/** The most used values, then the others in the order of the schema. */
function mostUsedFirst(schema: Schema, listed: readonly Listed[], place: string) {
  const usage = ({ text }: Listed) => valueUsage(place, text);
  const first = [...listed]
    .sort((a, b) => usage(b) - usage(a) || likelier(schema, a, b))
    .slice(0, MOST_USUAL);
  return [...first, ...listed.filter((value) => !first.includes(value))];
}

/** The default of a boolean need not be written. */
function likelier(schema: Schema, a: Listed, b: Listed): number {
  if (typeof schema.default !== 'boolean') return 0;
  return Number(isDefault(schema, a.text)) - Number(isDefault(schema, b.text));
}

/** The most usual values that continue the typed text, then other valid values; each text once. */
function choicesFor(schema: Schema, prefix: string, around: Around): readonly Choice[] {
  if (schema.enum) return [];
  const more = completerOf(schema)?.(prefix, schema, around);
  if (!more) return [];
  const typed = prefix.toLowerCase();
  // An example of a name looks like one that exists.
  const examples = schema.refersTo ? [] : scalarExamples(schema);
  const texts = schema.catalogue ? [] : [...around.usual, ...examples];
  const fitting = texts.filter(
    (text) => text.toLowerCase().startsWith(typed) && !isInUnit(text, prefix),
  );
  // Values from the surroundings are certain; values of other files are a guess.
  // The parts after a separator have an order of their own.
  const isPart = schema.shorthand && SHORTHANDS[schema.shorthand].separator?.test(prefix);
  const count = isPart ? 0 : MOST_USUAL;
  const usual = choices(fitting.slice(0, count));
  const rest = choices(fitting.slice(count));
  const all = looksAround(schema) ? [...more, ...usual, ...rest] : [...usual, ...more, ...rest];
  const unique = new Map<string, Choice>();
  for (const choice of all) {
    const isNew =
      !unique.has(choice.text) || (choice.note !== undefined && !unique.get(choice.text)?.note);
    if (isNew && isPossible(schema, choice.text)) unique.set(choice.text, choice);
  }
  return shorterFirst([...unique.values()]);
}

/** Whether a text goes on inside of a unit, of which only the `B` is left, in either letter case: nothing to choose. */
function isInUnit(text: string, prefix: string): boolean {
  return /[0-9][GTM]$/i.test(prefix) && /^b/i.test(text.slice(prefix.length));
}

/** A value comes before another one that continues it with a further part: `H100`, then `H100:8`. */
function shorterFirst(ordered: readonly Choice[]): readonly Choice[] {
  const byText = new Map(ordered.map((choice) => [choice.text, choice]));
  const sorted = new Map<string, Choice>();
  for (const choice of ordered) {
    for (const { index } of choice.text.matchAll(/[:,]|\.\./g)) {
      const shorter = byText.get(choice.text.slice(0, index));
      if (shorter) sorted.set(shorter.text, shorter);
    }
    sorted.set(choice.text, choice);
  }
  return [...sorted.values()];
}

function scalarExamples({ examples = [] }: Schema): readonly string[] {
  return examples.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
}

function listedOffer(
  schema: Schema,
  { text, yaml }: Listed,
  pen: Pen,
  live: LiveFacts | undefined,
): Offer {
  const { note = isDefault(schema, text) ? 'default' : undefined, about } =
    liveValue(schema, text, live) ?? {};
  return {
    label: text,
    kind: 'value',
    before: pen.quote === '' ? yaml : pen.quote + text + pen.quote,
    documentation: () => {
      const own = valueMarkdown(schema, text) ?? propertyMarkdown({ schema });
      return about === undefined ? own : markdown([about, own.value]);
    },
    ...(note === undefined ? {} : { note }),
    ...needed(schema, text),
    group: SCALAR,
    frame: pen,
  };
}

function choiceOffer(
  schema: Schema,
  { text, note = noteOf(schema, text), about }: Choice,
  pen: Pen,
  catalogue: Catalogue,
): Offer {
  return {
    label: text,
    kind: 'value',
    before: pen.quote === '' ? choiceYaml(schema, text, pen) : pen.quote + text + pen.quote,
    documentation: () => markdown([about, documentationOf(schema, text, catalogue).value]),
    ...(note === undefined ? {} : { note }),
    ...needed(schema, text),
    group: SCALAR,
    frame: pen,
  };
}

function needed(schema: Schema, text: string): Pick<Offer, 'needs'> {
  const needs = releaseForText(schema, text);
  return needs === undefined ? {} : { needs };
}

function noteOf({ shorthand }: Schema, text: string): string | undefined {
  return shorthand && NOTES[shorthand]?.(text);
}

/** A part of a shorthand, written between its other parts. */
function partOffer(schema: Schema, { text, note }: Choice, pen: Pen): Offer {
  return {
    label: text,
    kind: 'value',
    before: pen.quote + text,
    documentation: () => propertyMarkdown({ schema }),
    ...(note === undefined ? {} : { note }),
    group: SCALAR,
    frame: pen,
  };
}

function choiceYaml(
  { shorthand, catalogue, type = [] }: Schema,
  text: string,
  { flow }: Pen,
): string {
  const isText = !shorthand && [type].flat().includes('string');
  const isNumber = /^[0-9]+(?:\.[0-9]+)?$/.test(text);
  return isNumber && !(isText && catalogue) ? text : textToYaml(text, flow);
}

/** What hover says about a value; about its property if it says nothing about the value. */
export function documentationOf(schema: Schema, text: string, catalogue: Catalogue): MarkupContent {
  const { shorthand } = schema;
  if (shorthand) {
    const parsed = parseShorthand(shorthand, { type: 'str', value: text });
    const sentence = parsed.ok && explain(shorthand, parsed.value, { catalogue });
    if (sentence) return markdown([sentence]);
  }
  return propertyMarkdown({ schema });
}
