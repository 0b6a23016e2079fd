import type { Bound } from '../coerce/bind';
import { problem, type Problem } from '../problem/problem';
import { keyText, type Node } from '../yaml/node';

/**
 * Properties that the release in use advises against. dstack accepts them: a hint if they still do something, a warning if
 * they do not.
 */
export function deprecatedKeys(root: Node, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'sequence') pending.push(...node.items);
    if (node.kind !== 'mapping') continue;
    for (const pair of node.pairs) {
      pending.push(pair.value);
      const { deprecated, removed, replacement, description = '' } = bound.propertyOf(pair) ?? {};
      if (deprecated === undefined || removed !== undefined) continue;
      const key = keyText(pair) ?? '';
      const message = `\`${key}\` is deprecated since dstack ${deprecated}. ${description}`.trim();
      problems.push(
        problem('deprecated-key', pair.key.span, message, {
          severity: replacement ? 'hint' : 'warning',
          data: { key, deprecated },
        }),
      );
    }
  }
  return problems;
}
