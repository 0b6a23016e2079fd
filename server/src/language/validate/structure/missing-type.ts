import { problem, type Problem } from '../../problem/problem';
import type { Pair } from '../../yaml/node';
import { headSpan, isRootType, mappingName, type Place } from './place';
import { choices } from './wording';

/**
 * The problem that a mapping lacks the property that decides what the rest of it may hold.
 *
 * @param name the property: `type` in a file
 * @param pair the property where it is there without a value
 */
export function missingTag(
  place: Place,
  name: string,
  tags: readonly string[],
  pair: Pair | undefined,
): Problem {
  const isType = isRootType(place, name);
  const message = isType
    ? `\`${name}\` is missing. Set it to ${choices(tags)}.`
    : `\`${name}\` is missing: ${mappingName(place)} requires it. Use ${choices(tags)}.`;
  return problem(
    isType ? 'missing-type' : 'missing-key',
    pair?.key.span ?? headSpan(place),
    message,
    { data: { key: name, mapping: place.path.join('/'), values: tags } },
  );
}
