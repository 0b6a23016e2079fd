import type { Piece } from '../../../../shorthand/piece';
import * as python from '../../../../shorthand/python';
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

const ANY = /(?<!\$)\$\{\{([^}]+)\}\}/g;

/** The names in the namespace `groups` in a text, right or wrong. Mirrors `validate_groups_refs`. */
export function groupNames(text: Piece): readonly Piece[] {
  return Array.from(text.text.matchAll(ANY), ({ index, 0: expression }) =>
    strip(text.slice(index + 3, index + expression.length - 2)),
  ).filter((name) => namespaceOf(name.text) === 'groups');
}

/** The value of digits; infinite where Python refuses to read them. */
function number(digits: string): number {
  return Number(python.int(digits) ?? Infinity);
}
