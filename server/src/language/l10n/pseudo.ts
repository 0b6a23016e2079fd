const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý' }),
);

/** A text with accents and in brackets, for tests: what is shown without them was not translated. */
export function pseudo(english: string): string {
  // What is in backticks or braces is the same in all languages.
  const parts = english.split(/(`[^`]*`|\{\d\})/);
  const changed = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/[a-z]/g, (letter) => LETTERS.get(letter) ?? letter),
  );
  return `[${changed.join('')}]`;
}
