import type { Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { formsInWords, formsOf } from '../forms';
import { explain } from '../hover/explain';
import { propertyMarkdown, valueMarkdown } from '../markdown';
import { textToYaml } from '../yaml-text';
import type { Offer } from './item';
import { keyOffers } from './keys';
import { listedValues, type Listed } from './listed';
import { inList, inMapping, type Pen } from './pen';
import { COMPLETERS, type Choice } from './shorthand';
import { valueUsage } from './usage';

/** The groups of values, in the order in which they are shown. Those of keys come in between. */
const SCALAR = -1;
const ITEM = 10;

/** What can be written as a value of this schema: scalars, the keys of a mapping, the items of a list. */
export function valueOffers(
  schema: Schema,
  pen: Pen,
  place: string,
  taken: readonly string[] = [],
): Offer[] {
  const offers = singleOffers(schema, pen, place, taken);
  if (schema.items && pen.quote === '') {
    const first = inList(pen);
    offers.push(...singleOffers(schema.items, first, place, []));
    if (!pen.flow) offers.push(dashOffer(schema.items, first));
  }
  // What may stand behind a dash is open, but the dash can be written.
  if (offers.length === 0 && pen.lead.endsWith('- ')) return [dashOffer(schema, pen)];
  return offers;
}

function singleOffers(schema: Schema, pen: Pen, place: string, taken: readonly string[]): Offer[] {
  const scalars = scalarOffers(schema, pen, place, taken);
  if (pen.quote !== '' || !formsOf(schema).includes('mapping')) return scalars;
  return [...scalars, ...keyOffers(schema, new Map(), inMapping(pen), place)];
}

function dashOffer(items: Schema, pen: Pen): Offer {
  const documentation = propertyMarkdown({ schema: items });
  return {
    label: '- ',
    kind: 'value',
    before: '',
    note: formsInWords(items),
    documentation,
    group: ITEM,
    frame: pen,
  };
}

function scalarOffers(schema: Schema, pen: Pen, place: string, taken: readonly string[]): Offer[] {
  const listed = listedValues(schema)
    .filter(({ text }) => !taken.includes(text))
    .sort((a, b) => valueUsage(place, b.text) - valueUsage(place, a.text));
  const complete = schema.shorthand && !schema.enum ? COMPLETERS[schema.shorthand] : undefined;
  const choices = complete?.(pen.prefix, schema) ?? [];
  return [
    ...listed.map((value) => listedOffer(schema, value, pen)),
    ...uniqueTexts(choices).map((choice) => choiceOffer(schema, choice, pen)),
  ];
}

function uniqueTexts(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [choice.text, choice])).values()];
}

function listedOffer(schema: Schema, { text, yaml }: Listed, pen: Pen): Offer {
  const isDefault = schema.default !== undefined && String(schema.default) === text;
  return {
    label: text,
    kind: 'value',
    before: pen.quote === '' ? yaml : pen.quote + text + pen.quote,
    documentation: valueMarkdown(schema, text) ?? propertyMarkdown({ schema }),
    ...(isDefault ? { note: 'default' } : {}),
    group: SCALAR,
    frame: pen,
  };
}

function choiceOffer(schema: Schema, { text, note }: Choice, pen: Pen): Offer {
  const words = note ?? meaning(schema, text);
  return {
    label: text,
    kind: 'value',
    before: pen.quote === '' ? choiceYaml(text, pen) : pen.quote + text + pen.quote,
    ...(words === undefined ? {} : { note: words }),
    group: SCALAR,
    suggestNext: text.endsWith(':'),
    frame: pen,
  };
}

function choiceYaml(text: string, { flow }: Pen): string {
  return /^[0-9]+$/.test(text) ? text : textToYaml(text, flow);
}

/** What hover says about a value, without its full stop. */
function meaning({ shorthand }: Schema, text: string): string | undefined {
  if (!shorthand) return undefined;
  const parsed = parseShorthand(shorthand, { type: 'str', value: text });
  return parsed.ok ? explain(shorthand, parsed.value)?.replace(/\.$/, '') : undefined;
}
