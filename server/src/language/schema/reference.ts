import { mapChildren } from './children';
import type { Schema } from './schema';

/**
 * Completes the `reference` of a schema and of all within it. In the data it is the part after the page, such as
 * `#resources-gpu`; without one, a property of the root has its own heading (`#python`), and anything deeper is under
 * the heading of its mapping.
 */
export function withReferences(page: string, schema: Schema, heading = ''): Schema {
  const own = schema.reference ?? heading;
  const completed = mapChildren(schema, (child, name) =>
    withReferences(page, child, own === '' && name !== undefined ? `#${name}` : own),
  );
  return { ...completed, reference: page + own };
}
