import { lookup } from '../../base/lookup';
import { mappingBeside } from '../../cursor/mapping-beside';
import type { KeySlot } from '../../cursor/slot';
import { propertiesIn } from '../../cursor/property-lookup';
import type { Schema } from '../../schema/schema';
import { SYNONYMS } from '../../schema/synonyms';
import type { Tree } from '../../yaml/tree';
import type { Offer } from './item';
import { conflictOf, INNER, keyOffers, NO_NEIGHBOURS } from './keys';
import type { Pen } from './pen';

/**
 * The properties of `resources` in the mapping around it. Many users type them one level too high, and an editor would
 * take `gpu` for `groups`, since it also matches letters that are swapped. Accepting `gpu` writes `resources` if it is
 * missing, and indents the line if it is directly below it. Elsewhere it only completes the name, and says so.
 */
export function innerKeyOffers(
  schema: Schema,
  slot: KeySlot,
  pen: Pen,
  place: string,
  tree: Tree,
): Offer[] {
  if (pen.flow || pen.colon || pen.quote !== '') return [];
  const { scope } = slot;
  const written = [...scope.keys()];
  const known = propertiesIn(schema, (name) => scope.get(name), written);
  return [...known.values()]
    .filter(({ schema: { hardware } }) => hardware === true)
    .filter((property) => conflictOf(property, known, written) === undefined)
    .flatMap(({ name, schema: inner }) =>
      offersIn(name, inner, slot, pen, `${place}/${name}`, tree)
        .filter(({ label }) => !known.has(label))
        .map((offer) => ({
          note: `in ${name}`,
          ...offer,
          filter: plural(offer.label),
          group: INNER,
        })),
    );
}

/** The properties of `owner` that are not written yet. */
function offersIn(
  owner: string,
  schema: Schema,
  slot: KeySlot,
  pen: Pen,
  place: string,
  tree: Tree,
): Offer[] {
  const { scope, previous } = slot;
  const offersFor = (inner: Pen, neighbours = NO_NEIGHBOURS) =>
    keyOffers(schema, neighbours, inner, place);
  if (!scope.has(owner)) return offersFor(below(pen, owner));
  const beside = mappingBeside(tree, pen.range.start, slot, owner);
  if (beside?.column !== undefined && previous === owner) {
    const indent = beside.isEmpty ? beside.column + pen.layout.unit : beside.column;
    return offersFor(indented(pen, indent), { scope: beside.scope, previous: undefined });
  }
  return offersFor(pen, { scope: beside?.scope ?? NO_NEIGHBOURS.scope, previous: undefined }).map(
    ({ suggestNext: _, ...offer }) => ({
      ...offer,
      before: offer.label,
      note: `belongs in ${owner}`,
    }),
  );
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
