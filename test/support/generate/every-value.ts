import type { Schema } from '../../../server/src/language/schema/schema';
import { alternative, tagsOf } from '../../../server/src/language/schema/variant';
import { leastOf, type Combination } from './combinations';
import { document, mappingInFlow, probe } from './configuration';
import { placesOf, type Place } from './schema-places';
import { ANYWHERE } from './pools';
import type { Random } from './random';
import { poolFor } from './property-values';

/** Minimal configurations with each value of a place's pools, and of the pool for any place, at every place. */
export function everyProbe(root: Schema, random: Random): readonly string[] {
  return placesOf(root).flatMap((place) =>
    valuesAt(place.schema, place.path).map((value) => probe(root, place, value, random)),
  );
}

/** Profiles with each such value for each property. */
export function everyProfile(root: Schema): readonly string[] {
  const properties = root.properties?.['profiles']?.items?.properties ?? {};
  return Object.entries(properties).flatMap(([key, schema]) =>
    valuesAt(schema, ['profiles', 0, key]).map((value) => `profiles:\n  - ${key}: ${value}\n`),
  );
}

function valuesAt(schema: Schema, path: Place['path']): readonly string[] {
  const { good, odd } = poolFor(schema, path);
  return [...new Set([...good, ...odd, ...ANYWHERE])];
}

/** Minimal configurations with two properties of a mapping: the first has an odd value, the second a valid one. */
export function everyPair(root: Schema, random: Random): readonly string[] {
  const mappings = [...typesOf(root), ...placesOf(root)].flatMap((place) =>
    (place.schema.oneOf ?? [place.schema]).map((schema) => ({ ...place, schema })),
  );
  return mappings.flatMap((mapping) =>
    [...pairsOf(mapping)].map((pair) => withPair(root, mapping, pair, random)),
  );
}

function withPair(root: Schema, mapping: Place, pair: Combination, random: Random): string {
  const { type, path, schema } = mapping;
  if (path.length === 0) return document(type, { ...leastOf(type), ...pair }, random);
  return probe(root, mapping, mappingInFlow(schema, path, pair, random), random);
}

/** The configurations themselves. */
function typesOf(root: Schema): readonly Place[] {
  return tagsOf(root).flatMap((type) => {
    const schema = alternative(root, type);
    return schema ? [{ type, path: [], schema }] : [];
  });
}

/** Values that dstack may read before it checks them, and then drop or treat as something else. */
const ODD = ['null', 'false', 'true', '0', '1', '.nan', "''", 'x', '[]', '[null]', '{}', '{a: b}'];

function* pairsOf({ schema, path }: Place): Generator<Combination> {
  const keys = Object.keys(schema.properties ?? {}).filter((key) => key !== 'type');
  for (const first of keys)
    for (const second of keys) {
      if (first === second) continue;
      const { good } = poolFor(schema.properties?.[second], [...path, second]);
      for (const odd of ODD)
        for (const fitting of new Set([good[0] ?? 'text', good.at(-1) ?? 'text']))
          yield { [first]: odd, [second]: fitting };
    }
}
