import { capital } from '../base/words';
import { durationInWords } from './words';

/** A time in seconds, or `off`, for which a negative number stands as well. */
export function explainDuration(value: number | 'off'): string {
  if (value === 'off' || value < 0) return 'The same as `off`: no limit.';
  return `${capital(durationInWords(value))}.`;
}

/** A time in seconds, of which a negative one is no word for anything. */
export function explainPlainDuration(value: number): string {
  return `${capital(durationInWords(value))}.`;
}
