import { problem, type Problem } from '../../problem/problem';
import type { View } from './view';

/**
 * The problem that `key` cannot stand next to `other` in the same mapping. It lies on `key`, which `data.remove`
 * names as the one to take out.
 */
export function conflict(view: View, key: string, other: string, message: string): Problem {
  return problem('conflicting-properties', view.keySpan(key), message, {
    data: { remove: key, other },
    related: [setHere(view, other)],
  });
}

/** Where many places are to blame, a problem points to so many of them. */
export const RELATED_AT_MOST = 10;

/** Points to the other end of a conflict. */
export function setHere(view: View, key: string) {
  return { span: view.keySpan(key), message: `\`${key}\` is set here.` };
}

/** "`a`, `b` and `c`". */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : last;
}
