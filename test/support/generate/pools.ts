import { sectionsOf } from './sections';

/**
 * Values to try in generated files, as YAML text that follows `key: `. dstack accepts most of `good`. `odd` are
 * boundaries, near misses, other spellings and mistakes; dstack itself is asked which of them it accepts.
 */
export interface Pool {
  readonly good: readonly string[];
  readonly odd: readonly string[];
}

const NO_VALUES: Pool = { good: [], odd: [] };

/** The sections of test/oracle/pools/*.txt, in which `+` marks a good value and `-` an odd one. */
const POOLS = readPools();

/**
 * The values of a section: `shorthand NAME` for the scalar form that a grammar reads, `key NAME` for a property,
 * `items NAME` for the items of a list, or one of the sections of anywhere.txt. An unknown section has none.
 */
export function pool(section: string): Pool {
  return POOLS.get(section) ?? NO_VALUES;
}

/** Values of every shape, and scalars that YAML 1.1 reads in its own way, to try anywhere. */
export const ANYWHERE = pool('anywhere').odd;

/** Properties that dstack once had, or that people expect it to have. */
export const REMOVED_KEYS = pool('removed keys').odd;

/** Several pools as one. */
export function together(pools: readonly Pool[]): Pool {
  return {
    good: pools.flatMap(({ good }) => good),
    odd: pools.flatMap(({ odd }) => odd),
  };
}

function readPools(): ReadonlyMap<string, Pool> {
  const pools = new Map<string, Pool>();
  for (const { heading, lines } of sectionsOf('test/oracle/pools')) {
    const marked = (mark: string) =>
      lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
    const read = { good: marked('+'), odd: marked('-') };
    for (const name of heading.split(', ')) {
      pools.set(name, together([pools.get(name) ?? NO_VALUES, read]));
    }
  }
  return pools;
}
