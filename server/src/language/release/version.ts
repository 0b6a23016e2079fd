import { lookup } from '../base/lookup';
import { DSTACK_VERSION } from '../schema/dstack-version';

/** The last release of each series of dstack that the schema has marks for. */
const LAST: Readonly<Record<string, number>> = {
  '0.18': 44,
  '0.19': 40,
  '0.20': 29,
  '0.21': 5,
  '0.22': 5,
};

/** The first release that the marks of the schema go back to. An older one counts as this one. */
export const OLDEST_RELEASE = '0.18.20';

/** Series of dstack that the schema knows, the newest first. */
export const KNOWN_SERIES: readonly string[] = Object.keys(LAST).reverse();

/**
 * The release that a text names, such as `0.20.29`, or `0.20` for the last release of that series; undefined if it is
 * not a release. What follows the three numbers (`rc1`, `.post1`) does not count.
 */
export function releaseIn(text: string): string | undefined {
  const [, series, patch] = /^v?(\d{1,4}\.\d{1,4})(?:\.(\d{1,6}))?(?!\d)/.exec(text.trim()) ?? [];
  if (series === undefined) return undefined;
  return `${series}.${patch ?? String(lookup(LAST, series) ?? 0)}`;
}

/** Whether release `a` came out before release `b`. Both have three numbers of at most six digits. */
export function isBefore(a: string, b: string): boolean {
  return rankOf(a) < rankOf(b);
}

/** A number for each release, the larger the later. Nothing is allocated: it is asked for each rule of a file. */
function rankOf(release: string): number {
  let [rank, number] = [0, 0];
  for (const char of release) {
    if (char === '.') rank = (rank + number) * 1e6;
    number = char === '.' ? 0 : number * 10 + Number(char);
  }
  return rank + number;
}

/** Whether a release is newer than all that the schema knows, so it may have what is unknown here. */
export function isUnknownRelease(release: string): boolean {
  return isBefore(DSTACK_VERSION, release);
}
