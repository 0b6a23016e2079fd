import { Analysis } from '../../../server/src/language/analysis';
import {
  corpusSamples,
  fixtureSamples,
  uriOf,
  type Sample,
} from '../../../test/support/oracle/corpus';
import { Random } from '../../../test/support/generate/random';

/** Longer files would have too much weight. */
const LONGEST = 60;

/**
 * Real files that dstack accepts, of all configuration types, until they have `lines` lines that are not blank; from
 * the repository if there are no others. The same for the same seed.
 */
export function chosenSamples(seed: number, lines: number): Sample[] {
  const real = corpusSamples() ?? [];
  const random = new Random(seed);
  const shuffled = (samples: readonly Sample[]) =>
    random.sample(samples, samples.length).filter(canBeTyped);
  const candidates = [...shuffled(real), ...shuffled(fixtureSamples('accepted'))];
  const oneOfEach = new Map<string, Sample>();
  for (const sample of candidates)
    if (!oneOfEach.has(typeOf(sample))) oneOfEach.set(typeOf(sample), sample);
  const chosen = new Set<Sample>(oneOfEach.values());
  for (const sample of candidates) {
    if (lineCount(chosen) >= lines) break;
    chosen.add(sample);
  }
  return [...chosen];
}

function canBeTyped({ text, kind }: Sample): boolean {
  if (/[\t\r]|[^\n]{200}/.test(text) || text.split('\n').length > LONGEST) return false;
  const { problems } = new Analysis({ uri: uriOf(kind), text });
  return problems.every(({ severity }) => severity !== 'error');
}

/** The configuration type of a file, or `profiles`. */
export function typeOf({ text, kind }: Sample): string {
  return kind === 'profiles' ? kind : (/^type:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? 'none');
}

/** How many lines of files are not blank. */
export function lineCount(samples: Iterable<Sample>): number {
  const texts = [...samples].map(({ text }) => text);
  return texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '').length;
}
