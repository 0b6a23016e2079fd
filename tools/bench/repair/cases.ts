import { Analysis } from '../../../server/src/language';
import { SCHEMAS } from '../../../server/src/language/schema';
import { uriOf, type Sample } from '../../../test/support/oracle/corpus';
import { applyEdits } from '../../../test/support/generate/mutate';
import type { Operator } from '../../../test/support/generate/mutate/operator';
import { Random } from '../../../test/support/generate/random';
import { sitesOf } from '../../../test/support/generate/text-sites';
import { MUTATION_KINDS } from './mutations';

/** A file that dstack accepted until one mistake was made in it. */
export interface Case extends Sample {
  readonly mutation: string;
  readonly original: string;
}

/** Longer texts are left out: they are rare, and a mistake in them is like one in a short file. */
const LENGTH_LIMIT = 20_000;

/** After this many attempts without another case, a kind has no more cases. */
const MOST_ATTEMPTS = 1000;

/** About `count` different files, each with one mistake, in the shares of `MUTATION_KINDS`; the same for the same seed. */
export function makeCases(samples: readonly Sample[], count: number, seed: number): Case[] {
  const right = samples.filter(
    ({ text, kind }) => text.length < LENGTH_LIMIT && errorsOf(text, kind) === 0,
  );
  const cases = new Map<string, Case>();
  const shares = Object.values(MUTATION_KINDS).reduce((sum, { share }) => sum + share, 0);
  for (const [mutation, kind] of Object.entries(MUTATION_KINDS)) {
    const random = new Random(seed);
    const goal = cases.size + Math.ceil((count * kind.share) / shares);
    let fruitless = 0;
    while (cases.size < goal && fruitless++ < MOST_ATTEMPTS) {
      const sample = random.pick(right);
      const original = kind.prepare ? mutated(sample, kind.prepare, random) : sample.text;
      const text = original && mutated({ ...sample, text: original }, kind.operator, random);
      if (kind.prepare && errorsOf(original ?? '', sample.kind) > 0) continue;
      if (!text || cases.has(text) || errorsOf(text, sample.kind) === 0) continue;
      cases.set(text, { ...sample, text, original, mutation });
      fruitless = 0;
    }
  }
  return [...cases.values()];
}

function mutated(sample: Sample, operator: Operator, random: Random): string | undefined {
  const root = SCHEMAS[sample.kind];
  const { text } = sample;
  const sites = sitesOf(text, root);
  if (sites.length === 0) return undefined;
  const edits = [operator({ text, sites, root, random }) ?? []].flat();
  const result = applyEdits(text, edits);
  return result === text ? undefined : result;
}

function errorsOf(text: string, kind: Sample['kind']): number {
  const { problems } = new Analysis({ uri: uriOf(kind), text });
  return problems.filter(({ severity }) => severity === 'error').length;
}
