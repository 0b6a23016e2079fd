import { lookup } from '../language/base/lookup';

/** The value of a key in an object; undefined if it is not an object. */
export function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? lookup(value as Record<string, unknown>, key)
    : undefined;
}
