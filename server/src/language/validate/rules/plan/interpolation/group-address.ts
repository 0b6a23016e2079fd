import type { Piece } from '../../../../shorthand/grammar/piece';
import * as python from '../../../../python/python';
import { namespaceOf, strip } from './interpolator';

/** `groups[GROUP].nodes[INDEX].IP_ADDRESS`, or the same with `replicas`. */
export interface GroupReference {
  readonly group: number;
  readonly member: string;
  readonly index: number;
}

const REFERENCE = /^groups\[(\p{Nd}+)\]\.(nodes|replicas)\[(\p{Nd}+)\]\.IP_ADDRESS$/u;

/** What a name refers to, or undefined. Mirrors `is_valid_groups_ip_ref` of utils/nodes_interpolator.py. */
export function readGroupReference(name: string): GroupReference | undefined {
  const [, group, member, index] = REFERENCE.exec(name) ?? [];
  if (group === undefined || member === undefined || index === undefined) return undefined;
  return { group: number(group), member, index: number(index) };
}

/** The names in the namespace `groups` in a text, right or wrong. Mirrors `validate_groups_refs`. */
export function groupNames(text: Piece): readonly Piece[] {
  const source = text.text;
  const names: Piece[] = [];
  let from = 0;
  // An expression has no `}` in it, so each one ends any expression that began before it; the time is linear.
  for (let end = source.indexOf('}'); end >= 0; end = source.indexOf('}', from)) {
    const opening = source.slice(from, end).search(/(?<!\$)\$\{\{/);
    const start = from + opening + OPENING_LENGTH;
    const isExpression = opening >= 0 && start < end && source[end + 1] === '}';
    if (isExpression) names.push(strip(text.slice(start, end)));
    from = end + (isExpression ? 2 : 1);
  }
  return names.filter((name) => namespaceOf(name.text) === 'groups');
}

const OPENING_LENGTH = '${{'.length;

/** The value of digits; infinite if Python rejects them. */
function number(digits: string): number {
  return Number(python.int(digits) ?? Infinity);
}
