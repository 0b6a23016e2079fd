import type { Schema } from '../../../server/src/language/schema/schema';
import { alternative, tagsOf } from '../../../server/src/language/schema/variant';

/** A property or a list item somewhere in the configurations of a type. */
export interface Place {
  readonly type: string;
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
}

const KNOWN = new WeakMap<Schema, readonly Place[]>();

/** Each property of each type once. Properties of the same name are assumed to have the same content everywhere. */
export function placesOf(root: Schema): readonly Place[] {
  const places = KNOWN.get(root) ?? findPlaces(root);
  KNOWN.set(root, places);
  return places;
}

function findPlaces(root: Schema): readonly Place[] {
  const places = new Map<string, Place>();
  for (const type of tagsOf(root)) visit(alternative(root, type), type, []);
  return [...places.values()];

  function visit(schema: Schema | undefined, type: string, path: Place['path']) {
    if (!schema || path.length > 8) return;
    for (const option of schema.oneOf ?? []) visit(option, type, path);
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      add(property, type, [...path, key]);
    }
    if (schema.items) add(schema.items, type, [...path, 0]);
  }

  function add(schema: Schema, type: string, path: Place['path']) {
    const name = path.length === 1 ? `${type} ${path[0] ?? ''}` : path.slice(-2).join(' ');
    if (places.has(name)) return;
    places.set(name, { type, path, schema });
    visit(schema, type, path);
  }
}
