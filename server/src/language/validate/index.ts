import type { Bound } from '../coerce/bind';
import type { Coerced } from '../coerce/coerce';
import type { Failures } from '../base/failures';
import type { Problem } from '../problem/problem';
import type { Node } from '../yaml/node';
import { halfCharacters } from './half-characters';
import { misreadNumbers } from './misread-numbers';
import { checkRules } from './rules';
import { checkStructure, type ConfigurationKind } from './structure';
import { swallowedItems } from './swallowed-items';
import { unreplacedExpressions } from './unreplaced-expressions';

export type { ConfigurationKind } from './structure';

/**
 * Everything that dstack rejects in a document that YAML accepts, in the order of the text.
 * Mirrors `parse_apply_configuration` and `ProfilesConfig`, then what planning checks.
 *
 * @param failures receives what throws; everything else is checked
 */
export function validate(
  root: Node,
  text: string,
  bound: Bound,
  coerced: Coerced,
  kind: ConfigurationKind,
  failures: Failures,
): readonly Problem[] {
  const structure = checkStructure(root, bound, coerced, kind, failures);
  // Profiles are not sent by themselves.
  const halves = kind === 'profiles' ? [] : halfCharacters(root, text);
  const wrong = [...coerced.problems, ...structure.problems];
  const structural = [...wrong, ...outside(wrong, halves)];
  // Rules rely on values that the schema accepts.
  const ofRules = structure.isComplete ? checkRules(root, coerced, structural, kind, failures) : [];
  const problems = [...structural, ...ofRules];
  const misread = failures.attempt('misread numbers', () => misreadNumbers(root, bound), []);
  const swallowed = failures.attempt(
    'swallowed items',
    () => swallowedItems(root, text, bound),
    [],
  );
  const unreplaced = failures.attempt(
    'unreplaced expressions',
    () => (text.includes('${{') ? unreplacedExpressions(root, bound) : []),
    [],
  );
  const advice = [...misread, ...swallowed, ...unreplaced];
  return inOrder([...problems, ...outside(problems, advice)]);
}

/** Those of `some` that are in none of the problems, which are reported first. */
function outside(problems: readonly Problem[], some: readonly Problem[]): readonly Problem[] {
  const around = inOrder(problems);
  let next = 0;
  let end = -1;
  return inOrder(some).filter(({ span }) => {
    for (let one = around[next]; one && one.span.start <= span.start; one = around[++next])
      end = Math.max(end, one.span.end);
    return span.end > end;
  });
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
