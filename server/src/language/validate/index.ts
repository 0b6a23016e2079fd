import { bind, type Bound } from '../coerce/bind';
import { coerce, type Coerced } from '../coerce/coerce';
import type { Failures } from '../base/failures';
import type { Problem, ProblemCode } from '../problem/problem';
import { contains } from '../base/span';
import { DSTACK_VERSION } from '../schema/dstack-version';
import { isBefore, isUnknownRelease } from '../release/version';
import { resolveAlias, type Node } from '../yaml/node';
import { replaced } from '../yaml/replaced';
import { deprecatedKeys } from './deprecated-keys';
import { foldedLines } from './folded-lines';
import { halfCharacters } from './half-characters';
import { inOlder, withWarnings } from './in-older';
import { misreadNumbers } from './misread-numbers';
import { newerThan, type Newer } from './newer';
import { checkRules } from './rules';
import type { Part } from './rules/part';
import { RULES } from './rules/table';
import { checkStructure, type ConfigurationKind } from './structure';
import { swallowedItems } from './swallowed-items';
import { unreplacedExpressions } from './unreplaced-expressions';

export type { ConfigurationKind } from './structure';

/** A file to validate. */
export interface Document {
  readonly root: Node;
  readonly text: string;
  /** The tree with the schema of the release. */
  readonly bound: Bound;
  readonly coerced: Coerced;
  readonly kind: ConfigurationKind;
  /** The release of dstack that decides. */
  readonly release: string;
}

/**
 * Everything that dstack rejects in a document that YAML accepts, in the order of the text.
 * Mirrors `parse_apply_configuration` and `ProfilesConfig`, then what planning checks.
 *
 * @param failures receives what throws; everything else is checked
 * @param parts the rules to check; by default those of the models and of planning
 */
export function validate(
  document: Document,
  failures: Failures,
  parts: readonly Part[] = RULES[document.kind],
): readonly Problem[] {
  const { release } = document;
  if (isBefore(release, DSTACK_VERSION)) return foundInOlder(document, failures, parts);
  const problems = found(document, NONE_NEWER, failures, parts);
  return isUnknownRelease(release) ? problems.map((one) => perhapsKnown(one, release)) : problems;
}

/** What an older release rejects: it lacks what came later, and reads some values that newer ones reject. */
function foundInOlder(
  document: Document,
  failures: Failures,
  parts: readonly Part[],
): readonly Problem[] {
  const { release, root } = document;
  const judged = (one: Document) => {
    const newer = failures.attempt(
      'newer',
      () => newerThan(release, one.root, one.bound),
      NONE_NEWER,
    );
    // A volume of a backend that newer releases do not know: its values cannot be read, so no rule can judge them.
    const isOpen = one.bound.schemaOf(resolveAlias(one.root))?.discriminator !== undefined;
    const problems = found(one, newer, failures, isOpen ? [] : parts);
    return inOlder(release, one.root, one.bound, problems);
  };
  const first = judged(document);
  if (first.read.size === 0) return first.problems;
  const read = replaced(root, first.read);
  const bound = bind(read, document.bound.root);
  const coerced = coerce(read, bound.root, failures);
  const warnings = first.problems.filter(({ data }) => data?.['rejectedSince'] !== undefined);
  const { problems } = judged({ ...document, root: read, bound, coerced });
  return inOrder(withWarnings(warnings, problems));
}

const NONE_NEWER: Newer = { problems: [], unread: [], variants: new Set() };

/** Codes of what a release that came out after this schema may know. */
const UNKNOWN: readonly ProblemCode[] = ['unknown-key', 'unknown-type', 'unknown-value'];

/** A problem about a name that is not known here, as a warning: a newer release may know it. */
function perhapsKnown(one: Problem, release: string): Problem {
  if (!UNKNOWN.includes(one.code)) return one;
  const note = `dstack ${release} is newer than the releases known here, and may accept it.`;
  const data = { ...one.data, mayBeKnown: true };
  return { ...one, severity: 'warning', message: `${one.message} ${note}`, data };
}

function found(
  { root, text, bound, coerced, kind, release }: Document,
  newer: Newer,
  failures: Failures,
  parts: readonly Part[],
): readonly Problem[] {
  const structure = checkStructure(root, bound, coerced, kind, failures);
  // Profiles are not sent by themselves.
  const halves = kind === 'profiles' ? [] : halfCharacters(root, text);
  const unread = ({ code, data, span }: Problem) =>
    newer.unread.some((one) => contains(one, span)) ||
    // It is at the key of its mapping.
    (code === 'missing-key' && newer.variants.has(String(data?.['mapping'])));
  const read = [...coerced.problems, ...structure.problems].filter((one) => !unread(one));
  const wrong = [...newer.problems, ...outside(newer.problems, read)];
  const structural = [...wrong, ...outside(wrong, halves)];
  // Rules rely on values that the schema accepts.
  const ofRules = structure.isComplete
    ? checkRules({ root, coerced, release }, structural, failures, parts)
    : [];
  const problems = [...structural, ...ofRules.filter((one) => !unread(one))];
  const misread = failures.attempt('misread numbers', () => misreadNumbers(root, bound), []);
  const swallowed = failures.attempt(
    'swallowed items',
    () => swallowedItems(root, text, bound),
    [],
  );
  const folded = failures.attempt('folded lines', () => foldedLines(root, text, bound), []);
  const unreplaced = failures.attempt(
    'unreplaced expressions',
    () => (text.includes('${{') ? unreplacedExpressions(root, bound) : []),
    [],
  );
  const deprecated = failures.attempt('deprecated keys', () => deprecatedKeys(root, bound), []);
  const advice = [...misread, ...swallowed, ...folded, ...unreplaced, ...deprecated];
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
