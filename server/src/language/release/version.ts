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
  const [, series, patch] = /^v?(\d{1,4}\.\d{1,4})(?:\.(\d{1,6}))?(?![\d])/.exec(text.trim()) ?? [];
  if (series === undefined) return undefined;
  return `${series}.${patch ?? String(lookup(LAST, series) ?? 0)}`;
}

/** Compares the numbers in texts as numbers. */
const BY_NUMBERS = new Intl.Collator('en', { numeric: true });

/** Whether release `a` came out before release `b`. Both have three numbers. */
export function isBefore(a: string, b: string): boolean {
  return BY_NUMBERS.compare(a, b) < 0;
}

/** Whether a release is newer than all that the schema knows, so it may have what is unknown here. */
export function isUnknownRelease(release: string): boolean {
  return isBefore(DSTACK_VERSION, release);
}
