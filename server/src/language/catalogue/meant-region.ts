import { isOneSlip } from '../base/spelling';
import { digitsOf, lettersOf, withoutSeparators } from './letters';

/**
 * The region that a text means; undefined if two could be meant, or none. A number that differs is another region,
 * never a slip: clouds have more regions than the catalogue.
 */
export function meantRegion(written: string, regions: readonly string[]): string | undefined {
  const text = withoutSeparators(written);
  const same = regions.filter((region) => withoutSeparators(region) === text);
  const found = same.length > 0 ? same : regions.filter(isSlipOf(text));
  // Without a backend, `us-east-1` and `us-east1` are both regions.
  const alike = found.filter((region) => separatorsOf(region) === separatorsOf(written));
  return only(alike.length > 0 ? alike : found);
}

function isSlipOf(text: string): (region: string) => boolean {
  return (region) => {
    const letters = lettersOf(withoutSeparators(region));
    return (
      digitsOf(region) === digitsOf(text) &&
      letters.length >= FEWEST_LETTERS &&
      isOneSlip(letters, lettersOf(text))
    );
  };
}

const FEWEST_LETTERS = 5;

function separatorsOf(text: string): string {
  return text.replace(/[^-_ ]/g, '');
}

function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}
