import { problem, type Problem } from '../../problem/problem';
import { propertyOf } from '../../schema/variant';
import type { Span } from '../../base/span';
import { schemaOf, type Place } from './place';

/** The problem that dstack no longer has the property `key`, with what to do instead; undefined for other keys. */
export function removedKey(key: string, at: Span, place: Place): Problem | undefined {
  const { removed, description = '' } = propertyOf(schemaOf(place), key) ?? {};
  if (removed === undefined) return undefined;
  const message = `\`${key}\` was removed in dstack ${removed}. ${description}`.trim();
  return problem('removed-key', at, message, { data: { key, removed } });
}
