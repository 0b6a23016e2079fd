import { lookup } from '../../base/lookup';
import { onlyNear } from '../../base/spelling';
import type { Schema } from '../../schema/schema';
import { isCalled } from '../../schema/synonyms';

/** A property that holds a mapping, or a list of mappings. */
export interface Owner {
  readonly name: string;
  readonly isList: boolean;
}

/** A mapping that knows a property: the properties on the path to it, and the name there. */
export interface Place {
  readonly owners: readonly Owner[];
  readonly name: string;
}

/** The places that know a property, in mappings at most `depth` deep in one of this schema. */
export function placesFor(
  key: string,
  schema: Schema | undefined,
  depth: number,
): readonly Place[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, property]) => {
    if (property.removed !== undefined || property.impossible) return [];
    const isList = property.properties === undefined && property.items !== undefined;
    const owner = { name, isList };
    const inner = isList ? property.items : property;
    const called = nameIn(inner, key);
    const own: Place[] = called === undefined ? [] : [{ owners: [owner], name: called }];
    const deeper = depth > 1 ? placesFor(key, inner, depth - 1) : [];
    return [...own, ...deeper.map((one) => ({ ...one, owners: [owner, ...one.owners] }))];
  });
}

/** The properties of a mapping, or of all variants that it can be. */
export function propertiesOf(schema: Schema | undefined): Readonly<Record<string, Schema>> {
  const all = [schema?.properties ?? {}, ...(schema?.oneOf ?? []).map(propertiesOf)];
  return Object.fromEntries(all.flatMap((properties) => Object.entries(properties)));
}

/**
 * The property for a name in an inner mapping: itself, or, for hardware, the one that users call so, or the only one that
 * it can be a misspelling of.
 */
function nameIn(schema: Schema | undefined, key: string): string | undefined {
  const properties = propertiesOf(schema);
  const own = lookup(properties, key);
  if (own) return own.removed === undefined && !own.impossible ? key : undefined;
  if (!schema?.hardware) return undefined;
  const names = Object.keys(properties);
  return names.find((name) => isCalled(name, key)) ?? onlyNear(key, names);
}
