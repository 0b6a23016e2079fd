import type { Bound } from '../bind';
import { coerce } from '../coerce/coerce';
import type { Problem } from '../problem';
import type { Node } from '../yaml/node';
import { checkRules } from './rules';
import { surprises } from './surprises';
import { checkStructure, type ConfigurationKind } from './structure';

export type { ConfigurationKind } from './structure';

/**
 * Everything that dstack refuses in a document that YAML accepts, in the order of the text.
 * Mirrors `parse_apply_configuration` and `ProfilesConfig`, then what planning checks.
 */
export function validate(root: Node, bound: Bound, kind: ConfigurationKind): readonly Problem[] {
  const coerced = coerce(root, bound.root);
  const structural = [...coerced.problems, ...checkStructure(root, bound, coerced, kind)];
  const problems = [...structural, ...checkRules(root, coerced, structural, kind)];
  const isRefused = ({ span }: Problem) =>
    problems.some((one) => one.span.start <= span.start && span.end <= one.span.end);
  return inOrder([...problems, ...surprises(root, bound).filter((one) => !isRefused(one))]);
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
