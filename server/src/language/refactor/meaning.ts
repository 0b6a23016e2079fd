import type { Analysis } from '../analysis';
import { coerce } from '../coerce/coerce';
import { isRecord, lookup } from '../base/lookup';
import type { Schema } from '../schema/schema';
import { alternative, propertyOf } from '../schema/variant';

/**
 * What dstack reads from a file, as a text that is the same for files that mean the same: without the order of
 * properties, and with variables as a mapping. Undefined for a file without a value.
 */
export function meaningOf({ tree, bound }: Analysis): string | undefined {
  if (!tree.root || tree.broken) return undefined;
  return JSON.stringify(normal(coerce(tree.root, bound.root).value, bound.root));
}

function normal(value: unknown, schema: Schema): unknown {
  if (typeof value === 'symbol') return String(value);
  if (Array.isArray(value)) {
    const items = schema.items ?? {};
    if (items.textDeclares && value.every((item) => typeof item === 'string'))
      return sorted(value.map(variable));
    return value.map((item) => normal(item, items));
  }
  if (!isRecord(value)) return value;
  const variant = variantFor(schema, value);
  return sorted(
    Object.entries(value).flatMap(([key, inner]) => {
      const property = propertyOf(variant, key) ?? {};
      // Without a default, null is what a property has that is not set.
      const isUnset = inner === null && property.default === undefined && variant.properties;
      return isUnset ? [] : [[key, normal(inner, property)] as const];
    }),
  );
}

/** An entry of the list form, which becomes the same as one of the mapping: `Env` of core/models/envs.py. */
function variable(entry: string): readonly [string, unknown] {
  const at = entry.indexOf('=');
  return at < 0 ? [entry, { key: entry }] : [entry.slice(0, at), entry.slice(at + 1)];
}

function sorted(entries: readonly (readonly [string, unknown])[]): unknown {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function variantFor(schema: Schema, value: Readonly<Record<string, unknown>>): Schema {
  const tag = schema.discriminator && lookup(value, schema.discriminator.propertyName);
  const chosen = alternative(schema, typeof tag === 'string' ? tag : undefined);
  return chosen ? variantFor(chosen, value) : schema;
}
