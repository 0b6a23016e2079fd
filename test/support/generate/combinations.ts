import { sectionsOf } from './sections';

/** Properties to set together at the top of a file; undefined removes one. */
export type Combination = Readonly<Record<string, string | undefined>>;

/** The sections of test/oracle/combinations/*.txt. */
const COMBINATIONS = readCombinations();

/** Properties that belong together or exclude each other in a configuration of `type`. */
export function combinationsOf(type: string): readonly Combination[] {
  return COMBINATIONS.get(type) ?? [];
}

/** The minimum that dstack accepts in a configuration of `type`, besides the type itself. */
export function leastOf(type: string): Combination {
  return COMBINATIONS.get(`least ${type}`)?.[0] ?? {};
}

/**
 * Reads sections whose heading is one or more types, or `TYPE of BACKEND, BACKEND`, which repeats the section for each
 * backend. A line is a combination: `key: value ¦ key: value`, and `!key` removes a key.
 */
function readCombinations(): ReadonlyMap<string, readonly Combination[]> {
  const all = new Map<string, Combination[]>();
  for (const { heading, lines } of sectionsOf('test/oracle/combinations')) {
    const [types = '', backends] = heading.split(' of ');
    const settings = backends?.split(', ').map((backend) => ({ backend })) ?? [{}];
    for (const type of types.split(', ')) {
      const combinations = lines.map(readCombination);
      const crossed = settings.flatMap((setting) =>
        combinations.map((c) => ({ ...setting, ...c })),
      );
      all.set(type, [...(all.get(type) ?? []), ...crossed]);
    }
  }
  return all;
}

function readCombination(line: string): Combination {
  return Object.fromEntries(
    line.split(' ¦ ').map((property) => {
      if (property.startsWith('!')) return [property.slice(1), undefined];
      const colon = property.indexOf(':');
      return [property.slice(0, colon), property.slice(colon + 2)];
    }),
  );
}
