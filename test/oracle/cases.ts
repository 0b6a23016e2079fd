import { SCHEMAS } from '../../server/src/language/schema';
import type { Sample } from '../support/oracle/corpus';
import { everyPair, everyProbe, everyProfile } from '../support/generate/every-value';
import {
  generateCombination,
  generateConfiguration,
  generateProbe,
  generateProfiles,
} from '../support/generate/configuration';
import { mutate } from '../support/generate/mutate';
import { Random } from '../support/generate/random';

/** A file to compare verdicts on. `origin` says how it came about; the operator's name for a mutation. */
export interface Case extends Sample {
  readonly origin: string;
}

/** Origins that change one thing in a file that was right. */
export function isSingleMutation({ origin }: Case): boolean {
  return !origin.startsWith('generated') && !['written', 'combination'].includes(origin);
}

const GENERATORS = {
  'generated probe': generateProbe,
  'generated combination': generateCombination,
  'generated configuration': generateConfiguration,
} as const;

/** Texts of `count` files: half of them mutations of `samples`, half made from the schema; the same for the same seed. */
export function makeCases(
  samples: readonly Sample[],
  count: number,
  seed: number,
): readonly Case[] {
  const random = new Random(seed);
  const cases = new Map<string, Case>();
  while (cases.size < count) {
    const made = random.chance(0.5) ? mutation(samples, random) : generated(random);
    if (made) cases.set(made.text, made);
  }
  return [...cases.values()];
}

/** Each value that is tried anywhere, at every place of the schema; then each two properties that stand side by side. */
export function everyCase(seed: number): readonly Case[] {
  const root = SCHEMAS.configuration;
  const random = new Random(seed);
  const texts = new Set([...everyProbe(root, random), ...everyPair(root, random)]);
  const made = { name: 'generated', origin: 'generated probe' };
  return [
    ...[...texts].map((text) => ({ ...made, text, kind: 'configuration' }) as const),
    ...everyProfile(SCHEMAS.profiles).map((text) => ({ ...made, text, kind: 'profiles' }) as const),
  ];
}

function mutation(samples: readonly Sample[], random: Random): Case | undefined {
  const sample = random.pick(samples);
  const mutated = mutate(sample.text, SCHEMAS[sample.kind], random);
  return mutated && { ...sample, text: mutated.text, origin: mutated.kind };
}

function generated(random: Random): Case {
  if (random.chance(0.06)) {
    const text = generateProfiles(SCHEMAS.profiles, random);
    return { name: 'generated', text, kind: 'profiles', origin: 'generated profiles' };
  }
  const [origin, generate] = random.pick(Object.entries(GENERATORS));
  const text = generate(SCHEMAS.configuration, random);
  return { name: 'generated', text, kind: 'configuration', origin };
}
