import assert from 'node:assert/strict';

/** Checks that a text is in the pseudo-locale as a whole: what is in backticks is the same in all languages. */
export function checkPseudo(text: string, place: string): void {
  // What is quoted can have backticks as well.
  const isClear = /^(?:[^`]*`[^`]*`)*[^`]*$/.test(text);
  const words = text.replace(isClear ? /`[^`]*`/g : /`.*`/s, '');
  assert.match(text, /^\[.*\]$/s, `${place}: ${text}`);
  assert.doesNotMatch(words, /[aeiou]/, `${place}: ${text}`);
}
