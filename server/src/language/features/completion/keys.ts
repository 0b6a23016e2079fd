import type { Schema } from '../../schema/schema';
import type { KeySlot } from '../../yaml/slot';
import { formsInWords, formsOf, type Form } from '../forms';
import { markdown, propertyMarkdown, valueMarkdown } from '../markdown';
import { propertiesIn, type Property } from '../place';
import { completerOf } from './completers';
import type { Offer } from './item';
import { listedValues } from './listed';
import type { Pen } from './pen';
import { usageAfter, type PropertyUsage } from './usage';

/** The groups of keys, in the order in which they are shown. */
const REQUIRED = 0;
const POSSIBLE = 1;
const DEPRECATED = 2;
const EXCLUDED = 3;

/** What else stands in the mapping in which a key is written. */
export type Neighbours = Pick<KeySlot, 'scope' | 'previous'>;

export const NO_NEIGHBOURS: Neighbours = { scope: new Map(), previous: undefined };

/** The properties that the mapping at `place` can have besides those of `scope`, in each form that they have. */
export function keyOffers(
  schema: Schema,
  { scope, previous }: Neighbours,
  pen: Pen,
  place: string,
): Offer[] {
  const usageOf = usageAfter(place, previous);
  const written = [...scope.keys()];
  const known = propertiesIn(schema, (name) => scope.get(name), written);
  // A file can have any number of keys that nobody knows.
  const set = written.filter((name) => known.has(name));
  const offers = [...known.values()]
    .filter(({ name, schema: { removed } }) => !removed && !scope.has(name))
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
    documentation: propertyMarkdown(property),
    deprecated: schema.deprecated !== undefined,
    frame: pen,
  } as const;
  const key = pen.quote + name + pen.quote;
  const forms = formsOf(schema);
  const usages = forms.map((form) => usageOf(name, form));
  const note = conflict === undefined ? undefined : `not with ${conflict}`;
  if (pen.colon) {
    const usage = Math.max(0, ...usages);
    return [{ usage, offer: { ...common, ...noteOf(note), before: key } }];
  }
  const offers = forms.map((form, index): Ranked => {
    const words = forms.length > 1 ? formWords(schema, form) : undefined;
    const offer = { ...common, ...noteOf(note ?? words), ...bodyOf(key, schema, form, pen) };
    // A shorter form is never below a longer one.
    return { usage: Math.max(...usages.slice(index)), offer };
  });
  return property.decides ? [...offers, ...decisions(property, key, pen)] : offers;
}

function groupOf({ schema, required }: Property): number {
  if (schema.deprecated) return DEPRECATED;
  return required ? REQUIRED : POSSIBLE;
}

function noteOf(note: string | undefined): Pick<Offer, 'note'> {
  return note === undefined ? {} : { note };
}

/** `type: task` in one piece, for each value. */
function decisions({ name, schema }: Property, key: string, pen: Pen): Ranked[] {
  return listedValues(schema).map(({ text, yaml }) => {
    const documentation = valueMarkdown(schema, text) ?? markdown([]);
    const label = `${name}: ${text}`;
    const before = `${key}: ${yaml}`;
    return {
      usage: 0,
      offer: { label, kind: 'value', before, documentation, group: REQUIRED, frame: pen },
    };
  });
}

/** A property that is set and does not go with this one. */
function conflictOf(
  { name, schema }: Property,
  known: ReadonlyMap<string, Property>,
  set: readonly string[],
): string | undefined {
  const excludes = (one: Schema | undefined, other: string) => one?.excludes?.includes(other);
  return set.find((other) => excludes(schema, other) || excludes(known.get(other)?.schema, name));
}

function formWords(schema: Schema, form: Form): string {
  return form === 'scalar' ? formsInWords({ ...schema, type: scalarTypes(schema) }) : form;
}

function scalarTypes({ type = [] }: Schema) {
  const types = typeof type === 'string' ? [type] : type;
  return types.filter((one) => one !== 'array' && one !== 'object');
}

type Body = Pick<Offer, 'before' | 'after' | 'suggestNext'>;

/** A key with the beginning of its value in one form, up to where the user goes on. */
function bodyOf(key: string, schema: Schema, form: Form, pen: Pen): Body {
  if (form === 'scalar') return scalarBody(key, schema);
  const isList = form === 'list';
  const suggestNext = !isList || (schema.items !== undefined && hasChoices(schema.items));
  if (pen.flow) {
    return { before: `${key}: ${isList ? '[' : '{'}`, after: isList ? ']' : '}', suggestNext };
  }
  const { eol, listIndent, unit } = pen.layout;
  const indent = ' '.repeat(pen.indent + (isList ? listIndent : unit));
  return { before: `${key}:${eol}${indent}${isList ? '- ' : ''}`, suggestNext };
}

function scalarBody(key: string, schema: Schema): Body {
  const [only, ...others] = usefulValues(schema);
  const single = only !== undefined && others.length === 0 && !schema.shorthand;
  if (single) return { before: `${key}: ${only}` };
  return { before: `${key}: `, suggestNext: hasScalarChoices(schema) };
}

/** The listed values, of a boolean with a default only the other one. */
function usefulValues(schema: Schema): readonly string[] {
  const values = listedValues(schema).map(({ yaml }) => yaml);
  if (typeof schema.default !== 'boolean') return values;
  return values.filter((value) => value !== String(schema.default));
}

/** Whether there is something to choose from where such a value is written. */
function hasChoices(schema: Schema): boolean {
  return hasScalarChoices(schema) || formsOf(schema).some((form) => form !== 'scalar');
}

function hasScalarChoices(schema: Schema): boolean {
  return listedValues(schema).length > 0 || completerOf(schema) !== undefined;
}
