import type { Coerced } from '../../coerce/coerce';
import type { Problem } from '../../problem';
import { resolveAlias, type Node } from '../../yaml/node';
import type { ConfigurationKind } from '../structure';
import { rulesFor } from './table';
import { View } from './view';

/**
 * Checks the conditions that no single property can carry.
 *
 * @param known problems found before; a rule does not speak about what they are in
 */
export function checkRules(
  root: Node,
  coerced: Coerced,
  known: readonly Problem[],
  kind: ConfigurationKind,
): readonly Problem[] {
  const mapping = resolveAlias(root);
  if (mapping.kind !== 'mapping' || typeof coerced.value !== 'object' || coerced.value === null) return [];
  const isBroken = (node: Node) =>
    known.some((p) => node.span.start <= p.span.start && p.span.end <= node.span.end);
  const view = new View(mapping, coerced.value as Readonly<Record<string, unknown>>, isBroken);
  const problems: Problem[] = [];
  for (const { rule, target } of rulesFor(view, kind)) rule.check(target, (p) => problems.push(p));
  return problems;
}

