import type { Bound } from '../coerce/bind';
import { problem, type Problem } from '../problem/problem';
import type { Schema } from '../schema/schema';
import { keyText, type Node, type Pair } from '../yaml/node';

/**
 * Properties that the release in use advises against. dstack accepts them: a hint if they still do something, a warning if
 * they do not.
 */
export function deprecatedKeys(root: Node, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  // Most files have none; nothing is allocated for them.
  const visit = (node: Node): void => {
    if (node.kind === 'sequence') for (const item of node.items) visit(item);
    if (node.kind !== 'mapping') return;
    for (const pair of node.pairs) {
      const property = bound.propertyOf(pair);
      if (property?.deprecated !== undefined && property.removed === undefined)
        problems.push(deprecatedKey(pair, property.deprecated, property));
      visit(pair.value);
    }
  };
  visit(root);
  return problems;
}

function deprecatedKey(
  pair: Pair,
  deprecated: string,
  { replacement, description = '' }: Schema,
): Problem {
  const name = keyText(pair) ?? '';
  const message = `\`${name}\` is deprecated since dstack ${deprecated}. ${description}`.trim();
  return problem('deprecated-key', pair.key.span, message, {
    severity: replacement ? 'hint' : 'warning',
    data: { key: name, deprecated },
  });
}
