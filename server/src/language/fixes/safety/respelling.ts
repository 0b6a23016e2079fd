import { closest } from '../../base/spelling';

/** Whether a text is a misspelling or an extension of another one, or has the same numbers in the same order. */
export function isRespelling(old: string, now: string): boolean {
  const numbers = (text: string) => (text.match(/[0-9]+(?:\.[0-9]+)?/g) ?? []).join(' ');
  if (now.includes(old) || closest(old, [now]).length > 0) return true;
  return /[0-9]/.test(old) && numbers(old) === numbers(now);
}
