import { TYPED, type Moment } from './replay';

/** The place of the author's text in each list; undefined if it was not in the list. */
export interface Ranked {
  readonly moment: Moment;
  readonly rank: number | undefined;
}

/** Shares from 0 to 1. */
export interface Shares {
  readonly count: number;
  readonly first: number;
  readonly firstThree: number;
  readonly present: number;
}

export function sharesOf(results: readonly Ranked[]): Shares {
  const share = (limit: number) =>
    results.filter(({ rank }) => rank !== undefined && rank <= limit).length / results.length;
  return { count: results.length, first: share(1), firstThree: share(3), present: share(Infinity) };
}

/** The goals, by kind and number of characters typed. */
const GOALS: Readonly<Record<string, Partial<Shares>>> = {
  'key 0': { firstThree: 0.5, present: 1 },
  'key 1': { present: 1 },
  'key 2': { first: 0.9, firstThree: 0.98, present: 1 },
  'value 0': { present: 1 },
  'value 1': { first: 0.9, present: 1 },
  'value 2': { present: 1 },
};

/** The results by kind, characters typed and place; the line of both places together has the goals. */
export function table(results: readonly Ranked[]): Map<string, Shares> {
  const rows = new Map<string, Shares>();
  for (const kind of ['key', 'value'] as const) {
    for (const typed of TYPED) {
      for (const where of [undefined, 'end', 'middle'] as const) {
        const chosen = results.filter(
          ({ moment }) =>
            moment.kind === kind &&
            moment.typed === typed &&
            (where === undefined || moment.where === where),
        );
        const name = `${kind} ${String(typed)}${where === undefined ? '' : ` ${where}`}`;
        if (chosen.length > 0) rows.set(name, sharesOf(chosen));
      }
    }
  }
  return rows;
}

/** The goals that are missed, in words. */
export function missedGoals(rows: ReadonlyMap<string, Shares>): string[] {
  return Object.entries(GOALS).flatMap(([name, goal]) => {
    const shares = rows.get(name);
    if (!shares) return [`${name}: nothing was measured`];
    return Object.entries(goal).flatMap(([measure, least]) => {
      const reached = shares[measure as keyof Shares];
      return reached < least
        ? [`${name} ${measure}: ${percent(reached)} of ${percent(least)}`]
        : [];
    });
  });
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
