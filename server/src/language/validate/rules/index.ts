import type { Failures } from '../../base/failures';
import { isRecord } from '../../base/lookup';
import type { Coerced } from '../../coerce/coerce';
import type { Root } from '../../coerce/values';
import type { Problem } from '../../problem/problem';
import { resolveAlias, type Node } from '../../yaml/node';
import { isBefore } from '../../release/version';
import type { Application, Declared, Part } from './part';
import { ErrorSpans } from './support/error-spans';
import { View } from './support/view';

/** A file to check, with its value in dstack's terms. */
interface CoercedFile {
  readonly root: Node;
  readonly coerced: Coerced;
  readonly release: string;
}

/**
 * Checks the conditions on several properties.
 *
 * @param known problems found before; a rule reports nothing about the values that they are in
 * @param parts the rules; those that the release of the file does not check are left out
 */
export function checkRules(
  { root, coerced, release }: CoercedFile,
  known: readonly Problem[],
  failures: Failures,
  parts: readonly Part[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const errors = new ErrorSpans(known);
  const view = viewOf(root, coerced, errors);
  if (!view) return [];
  // Later rules report nothing about what an earlier one has rejected.
  const report = (found: Problem) => {
    problems.push(found);
    errors.add(found);
  };
  const all: Application[] = [];
  for (const { addTo } of parts) addTo(all, view, (rule) => isCheckedBy(release, rule));
  for (const { rule, check } of all) {
    failures.attempt(
      () => `rule ${rule.codes.join(', ')}`,
      () => check(report),
      undefined,
    );
  }
  return withoutRepetitions(problems);
}

function isCheckedBy(release: string, { since, until }: Declared): boolean {
  const isLater = since !== undefined && isBefore(release, since);
  return !isLater && (until === undefined || isBefore(release, until));
}

/** A document as a rule sees it; undefined if it is not a mapping. */
export function viewOf(root: Node, coerced: Coerced, errors: ErrorSpans): View<Root> | undefined {
  const mapping = resolveAlias(root);
  if (mapping.kind !== 'mapping' || !isRecord(coerced.value)) return undefined;
  const isBroken = (node: Node) =>
    errors.isIn(node.span) || (node.kind === 'alias' && errors.isIn(resolveAlias(node).span));
  return new View<Root>(mapping, coerced.value, isBroken);
}

/** A mapping that aliases repeat is checked at every place; its mistakes are reported once. */
function withoutRepetitions(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter(({ code, span }) => {
    const place = `${code} ${span.start} ${span.end}`;
    return !told.has(place) && told.add(place);
  });
}
