import { Analysis } from '../../server/src/language/analysis';
import type { Problem } from '../../server/src/language/problem/problem';
import { findPair, resolveAlias, type Node } from '../../server/src/language/yaml/node';
import type { Verdict } from '../support/oracle/ask-dstack';
import type { Case } from './cases';
import { uriOf } from '../support/oracle/corpus';

/** Both verdicts on one file. */
export interface Outcome {
  readonly file: Case;
  readonly dstack: Verdict;
  /** Our errors; warnings and hints leave a file acceptable. */
  readonly errors: readonly Problem[];
  /** Zero-based line on which each of the errors begins. */
  readonly errorLines: readonly number[];
  /** Zero-based ranges of lines that dstack's error is about; empty where it names no place in the file. */
  readonly namedLines: readonly Range[];
  /** What our analysis threw, which it must never do. */
  readonly thrown?: string;
}

/** First and last line, both inclusive. */
type Range = readonly [number, number];
type Path = readonly (string | number)[];

export function compare(file: Case, dstack: Verdict): Outcome {
  try {
    const analysis = new Analysis({ uri: uriOf(file.kind), text: file.text });
    const errors = analysis.problems.filter(({ severity }) => severity === 'error');
    const { lines } = analysis.tree;
    return {
      file,
      dstack,
      errors,
      errorLines: errors.map(({ span }) => lines.position(span.start).line),
      namedLines: namedLines(analysis, dstack),
    };
  } catch (error) {
    return { file, dstack, errors: [], errorLines: [], namedLines: [], thrown: String(error) };
  }
}

export type Disagreement = 'false alarm' | 'missed' | 'wrong line' | 'thrown';

/** How the two verdicts differ, or undefined where they agree. */
export function disagreement(outcome: Outcome): Disagreement | undefined {
  const { dstack, errors, thrown } = outcome;
  if (thrown !== undefined) return 'thrown';
  if (dstack.ok) return errors.length > 0 ? 'false alarm' : undefined;
  if (errors.length === 0) return 'missed';
  return isOnNamedLine(outcome) === false ? 'wrong line' : undefined;
}

/** Whether an error of ours is on a line that dstack's error names; undefined where it names none. */
export function isOnNamedLine({ errorLines, namedLines }: Outcome): boolean | undefined {
  if (errorLines.length === 0 || namedLines.length === 0) return undefined;
  return errorLines.some((line) =>
    namedLines.some(([first, last]) => first <= line && line <= last),
  );
}

function namedLines({ tree }: Analysis, dstack: Verdict): readonly Range[] {
  if (dstack.ok) return [];
  if (dstack.lines) return [dstack.lines];
  const { root, lines } = tree;
  // An error about the file as a whole says nothing about the line.
  if (!root || dstack.locations.some((path) => path.length === 0)) return [];
  return dstack.locations.flatMap((path) =>
    nodesAt(root, path).map(({ start, end }): Range => {
      return [lines.position(start).line, lines.position(Math.max(start, end - 1)).line];
    }),
  );
}

/** The spans of what stands at a path: a property with its key, an item, and what an alias there repeats. */
function nodesAt(root: Node, path: Path): readonly { start: number; end: number }[] {
  let node = root;
  let start = root.span.start;
  for (const step of path) {
    const parent = resolveAlias(node);
    const pair = parent.kind === 'mapping' ? findPair(parent, String(step)) : undefined;
    const next = parent.kind === 'sequence' ? parent.items[Number(step)] : pair?.value;
    if (!next) break;
    node = next;
    start = pair?.key.span.start ?? next.span.start;
  }
  const target = resolveAlias(node);
  const here = { start, end: node.span.end };
  return target === node ? [here] : [here, target.span];
}
