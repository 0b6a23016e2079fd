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
  if (pen.flow || pen.colon || pen.quote !== '') return [];
  const written = [...scope.keys()];
  const known = propertiesIn(schema, (name) => scope.get(name), written);
  return [...known.values()]
    .filter(({ schema: { hardware } }) => hardware === true)
    .filter((property) => conflictOf(property, known, written) === undefined)
    .flatMap(({ name, schema: inner }) => {
      const offersFor = (at: Pen, neighbours = NO_NEIGHBOURS) =>
        keyOffers(inner, neighbours, at, `${place}/${name}`);
      const offers = scope.has(name)
        ? offersBeside(name, beside(name), previous, pen, offersFor)
        : offersFor(below(pen, name));
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

/** The properties that `owner`, which is written beside the key, does not have yet. */
function offersBeside(
  owner: string,
  { scope = NO_NEIGHBOURS.scope, column, isEmpty }: Partial<MappingBeside> = {},
  previous: string | undefined,
  pen: Pen,
  offersFor: (pen: Pen, neighbours: Neighbours) => Offer[],
): Offer[] {
  const neighbours = { scope, previous: undefined };
  if (column !== undefined && previous === owner)
    return offersFor(indented(pen, isEmpty ? column + pen.layout.unit : column), neighbours);
  return offersFor(pen, neighbours).map(({ suggestNext: _, ...offer }) => ({
    ...offer,
    before: offer.label,
    note: `belongs in ${owner}`,
  }));
}

/** `gpus` for `gpu`: people type both, and the shorter one is its beginning. Names that are not counted stay. */
function plural(name: string): string {
  return lookup(SYNONYMS, name)?.find((other) => other.startsWith(name)) ?? name;
}

/** How to write a key in the mapping `owner`, which is written here too. */
function below(pen: Pen, owner: string): Pen {
  const indent = pen.indent + pen.layout.unit;
  return { ...pen, lead: `${pen.lead}${owner}:${pen.layout.eol}${' '.repeat(indent)}`, indent };
}

/** How to write a key farther to the right than the cursor is. */
function indented(pen: Pen, indent: number): Pen {
  return { ...pen, lead: pen.lead + ' '.repeat(Math.max(0, indent - pen.indent)), indent };
}
