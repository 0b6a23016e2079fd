import { lastAtMost } from '../base/search';
import { contains, type Span } from '../base/span';
import type { Bound } from '../coerce/bind';
import type { Problem } from '../problem/problem';
import { resolveAlias, type Node } from '../yaml/node';
import { nodesIn } from '../yaml/walk';
import { readOtherwise } from './tolerated';

/** What an older release makes of problems that the newest one has. */
export interface InOlder {
  /** The problems, as warnings where the release accepts what they are about. */
  readonly problems: readonly Problem[];
  /** What it reads in place of values, which has to be checked in their place. */
  readonly read: ReadonlyMap<Node, Node>;
}

/** Judges problems as an older release does, which accepts some of the values. */
export function inOlder(
  release: string,
  root: Node,
  bound: Bound,
  problems: readonly Problem[],
): InOlder {
  const read = new Map<Node, Node>();
  if (problems.length === 0) return { problems, read };
  const subjectAt = subjectsIn(root);
  const judged = problems.map((found) => {
    const node = found.severity === 'error' ? subjectAt(found.span) : undefined;
    const schema = node && bound.schemaOf(node);
    const otherwise = schema && readOtherwise(release, { found, node, schema });
    if (!otherwise) return found;
    if (otherwise.read !== node) read.set(node, otherwise.read);
    return otherwise.warning;
  });
  return { problems: judged, read };
}

/**
 * The problems of a file in which values were replaced by what a release reads in their place. A warning about a value
 * says that it is read otherwise, unless what is read is rejected as well.
 */
export function withWarnings(
  warnings: readonly Problem[],
  problems: readonly Problem[],
): readonly Problem[] {
  const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
  const left = warnings.filter((one) => !problems.some(({ span }) => overlaps(one.span, span)));
  return [...problems, ...left];
}

/** Gives the value at a span, or that of the key there. */
function subjectsIn(root: Node): (span: Span) => Node | undefined {
  const nodes = [...nodesIn(root)];
  const starts = nodes.map(({ node }) => node.span.start);
  return (span) => {
    // Inner nodes come after those around them.
    const found = nodes[lastAtMost(starts, span.start)];
    if (!found || !contains(found.node.span, span)) return undefined;
    return resolveAlias(found.isKey && found.pair ? found.pair.value : found.node);
  };
}
