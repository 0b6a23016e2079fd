import { problem, type Problem, type RelatedSpan } from '../../../problem/problem';
import type { View } from './view';

/**
 * The problem that `key` cannot be set together with `other` in the same mapping. It is on `key`, which `data.remove`
 * names as the one to remove.
 */
export function conflict(view: View, key: string, other: string, message: string): Problem {
  return problem('conflicting-properties', view.keySpan(key), message, {
    data: { remove: key, other },
    related: [setHere(view, other)],
  });
}

/** Maximum number of related places of a problem. */
export const RELATED_AT_MOST = 10;

/** Points to the other end of a conflict. */
export function setHere(view: View, key: string): RelatedSpan {
  return { span: view.keySpan(key), message: `\`${key}\` is set here.` };
}
