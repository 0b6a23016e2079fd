import type { Session } from '../session';
import type { ServerCommand } from '../session';

/** The name and unit of a figure, and how many times better than theirs ours must be. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly own: readonly number[];
  readonly other: readonly number[];
  readonly goal?: Goal;
}

/** `ratio` is theirs divided by ours; `most` is a limit for ours alone, in the unit of the figure. */
export interface Goal {
  readonly of: 'median' | 'p95';
  readonly ratio?: number;
  readonly most?: number;
}

export interface Servers {
  readonly own: ServerCommand;
  readonly other: ServerCommand;
}

/** One measurement of a running session: a number in the unit of the figure. */
type Probe = (session: Session, languageId: string, round: number) => Promise<number>;

/**
 * Makes the same measurement for both servers in turn, so the load of the machine affects both equally. The first
 * `warmUp` rounds do not count.
 */
export async function alternate(
  sessions: { readonly own: Session; readonly other: Session },
  rounds: number,
  warmUp: number,
  probe: Probe,
): Promise<{ own: number[]; other: number[] }> {
  const times = { own: [] as number[], other: [] as number[] };
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const who of ['own', 'other'] as const) {
      const value = await probe(sessions[who], languageOf(who), round);
      if (round >= warmUp) times[who].push(value);
    }
  }
  return times;
}

/** The same with a new process for each measurement. */
export async function alternateStarts(
  servers: Servers,
  rounds: number,
  probe: (server: ServerCommand, languageId: string) => Promise<number>,
): Promise<{ own: number[]; other: number[] }> {
  const times = { own: [] as number[], other: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const who of ['own', 'other'] as const) {
      times[who].push(await probe(servers[who], languageOf(who)));
    }
  }
  return times;
}

const languageOf = (who: 'own' | 'other') => (who === 'own' ? 'dstack' : 'yaml');

/** Milliseconds that `work` takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that at least `share` of all do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
}
