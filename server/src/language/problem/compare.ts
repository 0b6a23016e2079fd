import type { Problem } from './problem';

/** A text and what is wrong with it. */
export interface Checked {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What a change of a text does to its problems. */
export interface Comparison {
  /** Problems of the text before that are no more. */
  readonly gone: ReadonlySet<Problem>;
  /** Problems of the text after that were not there before. */
  readonly brought: readonly Problem[];
}

/** Characters of a span that tell one problem from another. */
const MAX_TOLD_CHARS = 200;

/**
 * Pairs the problems of a text with those after a change. Two are the same if they have one code and the same data, and
 * stand at the same place, or else at the same text, which the change can have moved.
 *
 * @param moved where an offset of the text before is in the text after
 */
export function compareProblems(
  before: Checked,
  after: Checked,
  moved: (offset: number) => number,
): Comparison {
  const byPlace = pair(before.problems, after.problems, {
    old: (one) => `${factsOf(one)} ${moved(one.span.start)}`,
    now: (one) => `${factsOf(one)} ${one.span.start}`,
  });
  const byText = pair([...byPlace.gone], byPlace.brought, {
    old: (one) => `${factsOf(one)} ${textOf(one, before)}`,
    now: (one) => `${factsOf(one)} ${textOf(one, after)}`,
  });
  return byText;
}

/** Pairs those that have equal keys, each with one other. */
function pair(
  before: readonly Problem[],
  after: readonly Problem[],
  keys: Readonly<Record<'old' | 'now', (one: Problem) => string>>,
): Comparison {
  const open = new Map<string, Problem[]>();
  // Of several that are equal, the first finds the first.
  for (const one of [...before].reverse()) {
    const key = keys.old(one);
    const same = open.get(key);
    if (same) same.push(one);
    else open.set(key, [one]);
  }
  const brought = after.filter((one) => open.get(keys.now(one))?.pop() === undefined);
  return { gone: new Set([...open.values()].flat()), brought };
}

/** The code and the data, but not the path of the mapping, which a change can make another. */
function factsOf({ code, data = {} }: Problem): string {
  const facts = Object.entries(data).filter(([name]) => name !== 'mapping');
  return `${code} ${JSON.stringify(facts)}`;
}

function textOf({ span: { start, end } }: Problem, { text }: Checked): string {
  return text.slice(start, Math.min(end, start + MAX_TOLD_CHARS));
}
