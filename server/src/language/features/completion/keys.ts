import type { Schema } from '../../schema/schema';
import type { KeySlot } from '../../cursor/slot';
import { formsOf } from '../../meaning/value-kinds';
import { markdown, propertyMarkdown, valueMarkdown } from '../../meaning/markdown';
import { propertiesIn, type Property } from '../../cursor/property-lookup';
import { completerOf } from './completers';
import type { Offer } from './item';
import { listedValues } from './listed';
import { releaseForText } from './newer';
import type { Pen } from './pen';
import { isWritten, usageAfter, type PropertyUsage } from './usage';

/** The groups of keys, in the order in which they are shown. */
const REQUIRED = 0;
/** Whole files come between. */
export const STARTER = 1;
const DECIDED = 2;
const POSSIBLE = 3;
const DEPRECATED = 4;
/** Properties of an inner mapping. */
export const INNER = 5;
const EXCLUDED = 6;

/** The other content of the mapping in which a key is written. */
export type Neighbours = Pick<KeySlot, 'scope' | 'previous'>;

export const NO_NEIGHBOURS: Neighbours = { scope: new Map(), previous: undefined };

/** The properties that the mapping at `place` can have in addition to those of `scope`. */
export function keyOffers(
  schema: Schema,
  { scope, previous }: Neighbours,
  pen: Pen,
  place: string,
): Offer[] {
  const usageOf = usageAfter(place, previous);
  const written = [...scope.keys()];
  const known = propertiesIn(schema, (name) => scope.get(name), written);
  // A file can have any number of unknown keys.
  const set = written.filter((name) => known.has(name));
  const offers = [...known.values()]
    .filter(
      ({ name, schema: { removed, former, internal } }) =>
        !removed && !former && !internal && !scope.has(name),
    )
    .flatMap((property) => offersOf(property, known, set, pen, usageOf));
  return offers.sort((a, b) => b.usage - a.usage).map(({ offer }) => offer);
}

interface Ranked {
  readonly offer: Offer;
  readonly usage: number;
}

function offersOf(
  property: Property,
  known: ReadonlyMap<string, Property>,
  set: readonly string[],
  pen: Pen,
  usageOf: PropertyUsage,
): Ranked[] {
  const { name, schema } = property;
  const conflict = conflictOf(property, known, set);
  const common = {
    label: name,
    kind: 'property',
    group: conflict === undefined ? groupOf(property) : EXCLUDED,
    documentation: () => propertyMarkdown(property),
    deprecated: schema.deprecated !== undefined,
    frame: pen,
  } as const;
  const key = pen.quote + name + pen.quote;
  const body = pen.colon ? { before: key } : bodyOf(key, property, pen);
  const note = conflict === undefined ? {} : { note: `not with ${conflict}` };
  const usage = Math.max(0, ...formsOf(schema).map((form) => usageOf(name, form)));
  const newer = schema.lacks?.property ?? property.mappingNeeds;
  const needs = newer === undefined ? {} : { needs: newer };
  const ranked = { usage, offer: { ...common, ...note, ...body, ...needs } };
  const isDecided = pen.colon || !property.decides;
  return isDecided ? [ranked] : [ranked, ...decisions(property, key, pen)];
}

function groupOf({ schema, required }: Property): number {
  if (schema.deprecated) return DEPRECATED;
  return required ? REQUIRED : POSSIBLE;
}

/** `type: task` as one item, for each value. */
function decisions({ name, schema }: Property, key: string, pen: Pen): Ranked[] {
  return listedValues(schema).map(({ text, yaml }) => {
    const documentation = () => valueMarkdown(schema, text) ?? markdown([]);
    const label = `${name}: ${text}`;
    const before = `${key}: ${yaml}`;
    const newer = releaseForText(schema, text);
    const needs = newer === undefined ? {} : { needs: newer };
    return {
      usage: 0,
      offer: { label, kind: 'value', before, documentation, group: DECIDED, frame: pen, ...needs },
    };
  });
}

/** A property that is set and excludes this one. */
export function conflictOf(
  { name, schema }: Property,
  known: ReadonlyMap<string, Property>,
  set: readonly string[],
): string | undefined {
  const excludes = (one: Schema | undefined, other: string) => one?.excludes?.includes(other);
  return set.find((other) => excludes(schema, other) || excludes(known.get(other)?.schema, name));
}

type Body = Pick<Offer, 'before' | 'suggestNext'>;

/**
 * A key with the space before a value that can be on its line, as in `gpu: 24GB` or `regions: [eu-west-1]`; else up to
 * its colon, since the value begins on the next line.
 */
function bodyOf(key: string, { name, schema }: Property, pen: Pen): Body {
  const forms = formsOf(schema);
  const isNested = forms.length > 0 && !forms.includes('scalar') && !isListOfNames(schema);
  if (isNested && !pen.flow) return { before: `${key}:` };
  // Where real files have a mapping or a list instead, Enter must begin that and not accept a suggestion.
  const isScalar = forms.every((form) => form === 'scalar' || !isWritten(name, form));
  return { before: `${key}: `, suggestNext: isScalar && hasScalarChoices(schema) };
}

/** Whether a list has names that are known beforehand. Such lists are short, and written in brackets. */
function isListOfNames({ items }: Schema): boolean {
  return items !== undefined && (items.catalogue !== undefined || listedValues(items).length > 0);
}

function hasScalarChoices(schema: Schema): boolean {
  return listedValues(schema).length > 0 || completerOf(schema) !== undefined;
}
