import type { Random } from '../../../test/support/generate/random';
import { signatureOf, type Target } from '../target';
import { Coverage } from './coverage';
import { mutate } from './mutate';
import { shrink } from './shrink';

/** A text that breaks a rule, made as short as possible. */
export interface Finding {
  readonly signature: string;
  readonly text: string;
  readonly error: unknown;
}

export interface Outcome {
  readonly executions: number;
  readonly edges: number;
  /** The texts that each reached something that earlier ones did not. */
  readonly kept: readonly string[];
  readonly findings: readonly Finding[];
}

export interface Options {
  readonly seeds: readonly string[];
  readonly dictionary: readonly string[];
  readonly random: Random;
  /** Called before each run with the number of earlier runs. */
  readonly isOver: (executions: number) => boolean;
  /** Called before each run, so an endless run can be identified. */
  readonly onRun?: (text: string) => void;
  readonly onFinding?: (finding: Finding) => void;
}

/** The newest of the kept texts are mutated as often as all the others together. */
const NEWEST = 40;

/** How often a seed is run unchanged, while there are some left, rather than a mutation. */
const SEED_CHANCE = 0.3;

/** Runs seeds, and mutations of what has reached something new, until it is over. */
export async function fuzz(target: Target, options: Options): Promise<Outcome> {
  const { seeds, dictionary, random, isOver, onRun, onFinding } = options;
  const coverage = new Coverage();
  const kept: string[] = [];
  const findings = new Map<string, Finding>();
  let executions = 0;
  let nextSeed = 0;

  for (; !isOver(executions); executions++) {
    const text = nextText().slice(0, target.longest);
    onRun?.(text);
    coverage.reset();
    const error = await errorOf(target, text);
    // Without counters nothing is known to be new, so there are only the seeds.
    if (coverage.isNew() || coverage.edges === 0) kept.push(text);
    if (error === undefined) continue;
    const signature = signatureOf(error);
    if (findings.has(signature)) continue;
    const short = await shrink(text, async (shorter) => {
      onRun?.(shorter);
      const other = await errorOf(target, shorter);
      return other !== undefined && signatureOf(other) === signature;
    });
    // A target that depends on the time may not throw again.
    const finding = { signature, text: short, error: (await errorOf(target, short)) ?? error };
    findings.set(signature, finding);
    onFinding?.(finding);
  }
  return { executions, edges: coverage.edges, kept, findings: [...findings.values()] };

  function nextText(): string {
    const seed = seeds[nextSeed];
    if (seed !== undefined && (kept.length === 0 || random.chance(SEED_CHANCE))) {
      nextSeed++;
      return seed;
    }
    const parents = random.chance(0.5) ? kept.slice(-NEWEST) : kept;
    return mutate(random.pick(parents), random.pick(seeds), dictionary, random);
  }
}

/** The exception of the target for a text; undefined if there is none. */
export async function errorOf(target: Target, text: string): Promise<unknown> {
  try {
    await target.run(text);
    return undefined;
  } catch (error) {
    return error ?? new Error('nothing was thrown as an error');
  }
}
