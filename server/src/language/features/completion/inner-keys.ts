import { lookup } from '../../base/lookup';
import type { MappingBeside } from '../../cursor/mapping-beside';
import { propertiesIn } from '../../cursor/property-lookup';
import type { Schema } from '../../schema/schema';
import { SYNONYMS } from '../../schema/synonyms';
import type { Offer } from './item';
import { conflictOf, INNER, keyOffers, NO_NEIGHBOURS, type Neighbours } from './keys';
import type { Pen } from './pen';

/** The mapping of another property beside the key; undefined if it has none. */
type Beside = (property: string) => MappingBeside | undefined;

/**
 * The properties of `resources` in the mapping around it. Many users type them one level too high, and an editor would
 * take `gpu` for `groups`, since it also matches letters that are swapped. Accepting `gpu` writes `resources` if it is
 * missing, and indents the line if it is directly below it. Elsewhere it only completes the name, and says so.
 */
export function innerKeyOffers(
  schema: Schema,
  { scope, previous }: Neighbours,
  pen: Pen,
  place: string,
  beside: Beside = () => undefined,
): Offer[] {
  const written = [...scope.keys()];
  const known = propertiesIn(schema, (name) => scope.get(name), written);
  return [...known.values()]
    .filter(({ schema: { hardware } }) => hardware === true)
    .filter((property) => conflictOf(property, known, written) === undefined)
    .flatMap(({ name, schema: inner }) => {
      const offersAt = (at: Pen, neighbours = NO_NEIGHBOURS) =>
        keyOffers(inner, neighbours, at, `${place}/${name}`);
      const names = () => offersAt(pen).map((offer) => nameOnly(offer, name, pen));
      const offers =
        pen.colon || pen.quote !== ''
          ? names()
          : scope.has(name)
            ? offersBeside(beside(name), previous === name, pen, offersAt, names())
            : offersAt(below(pen, name));
      return offers
        .filter(({ label }) => !known.has(label))
        .map((offer) => ({
          note: `in ${name}`,
          ...offer,
          filter: plural(offer.label),
          group: INNER,
        }));
    });
}

/** The properties of a mapping that is written beside the key; those that it has are only names. */
function offersBeside(
  { scope = NO_NEIGHBOURS.scope, column, isEmpty }: Partial<MappingBeside> = {},
  isAbove: boolean,
  pen: Pen,
  offersAt: (pen: Pen, neighbours: Neighbours) => Offer[],
  names: readonly Offer[],
): readonly Offer[] {
  if (column === undefined || !isAbove) return names;
  const inside = indented(pen, isEmpty ? column + pen.layout.unit : column);
  return [
    ...offersAt(inside, { scope, previous: undefined }),
    ...names.filter(({ label }) => scope.has(label)),
  ];
}

/** A name that belongs in the mapping `owner`, as it is typed. */
function nameOnly({ suggestNext: _, ...offer }: Offer, owner: string, { quote }: Pen): Offer {
  return { ...offer, before: quote + offer.label + quote, note: `belongs in ${owner}` };
}

/** `gpus` for `gpu`: people type both, and the shorter one is its beginning. Names that are not counted stay. */
function plural(name: string): string {
  return lookup(SYNONYMS, name)?.find((other) => other.startsWith(name)) ?? name;
}

/** How to write a key in the mapping `owner`, which is written here too. */
function below(pen: Pen, owner: string): Pen {
  if (pen.flow) return { ...pen, lead: `${pen.lead}${owner}: {`, tail: `}${pen.tail}` };
  const indent = pen.indent + pen.layout.unit;
  return { ...pen, lead: `${pen.lead}${owner}:${pen.layout.eol}${' '.repeat(indent)}`, indent };
}

/** How to write a key farther to the right than the cursor is. */
function indented(pen: Pen, indent: number): Pen {
  return { ...pen, lead: pen.lead + ' '.repeat(Math.max(0, indent - pen.indent)), indent };
}
