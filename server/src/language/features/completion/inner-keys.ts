import { lookup } from '../../base/lookup';
import type { KeySlot } from '../../cursor/slot';
import { propertiesIn } from '../../cursor/property-lookup';
import type { Schema } from '../../schema/schema';
import { SYNONYMS } from '../../schema/synonyms';
import type { Offer } from './item';
import { conflictOf, INNER, keyOffers, NO_NEIGHBOURS } from './keys';
import type { Pen } from './pen';

/**
 * The properties of `resources`, where it is allowed and not written yet: accepting `gpu` writes both. Many users type
 * them one level too high, and an editor would take `gpu` for `groups`, since it also matches letters that are swapped.
 */
export function innerKeyOffers(
  schema: Schema,
  { scope }: KeySlot,
  pen: Pen,
  place: string,
): Offer[] {
  if (pen.flow || pen.colon || pen.quote !== '') return [];
  const written = [...scope.keys()];
  const known = propertiesIn(schema, (name) => scope.get(name), written);
  return [...known.values()]
    .filter(({ name, schema: { hardware } }) => hardware === true && !scope.has(name))
    .filter((property) => conflictOf(property, known, written) === undefined)
    .flatMap(({ name, schema: inner }) =>
      keyOffers(inner, NO_NEIGHBOURS, inside(pen, name), `${place}/${name}`)
        .filter(({ label }) => !known.has(label))
        .map((offer) => ({
          ...offer,
          filter: plural(offer.label),
          note: `in ${name}`,
          group: INNER,
        })),
    );
}

/** `gpus` for `gpu`: people type both, and the shorter one is its beginning. Names that are not counted stay. */
function plural(name: string): string {
  return lookup(SYNONYMS, name)?.find((other) => other.startsWith(name)) ?? name;
}

/** How to write a key in the mapping `owner`, which is written here too. */
function inside(pen: Pen, owner: string): Pen {
  const indent = pen.indent + pen.layout.unit;
  return { ...pen, lead: `${pen.lead}${owner}:${pen.layout.eol}${' '.repeat(indent)}`, indent };
}
