import { problem, type Problem, type RelatedSpan } from '../../../problem/problem';
import type { View } from './view';

/**
 * The problem that `key` cannot be set together with `other` in the same mapping. It lies on `key`, which `data.remove`
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
export function setHere(view: View, key: string): RelatedSpan {
  return { span: view.keySpan(key), message: `\`${key}\` is set here.` };
}
