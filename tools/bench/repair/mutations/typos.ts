import type { Random } from '../../../../test/support/generate/random';
import {
  pickProperty,
  setValue,
  type Operator,
} from '../../../../test/support/generate/mutate/operator';

const ROWS = ['1234567890-', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** A key beside `key` on a keyboard; the character itself if it has no neighbour. */
function neighbour(key: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(key.toLowerCase()));
  if (!row) return key;
  const at = row.indexOf(key.toLowerCase());
  return random.pick([row[at - 1], row[at + 1]].filter((one) => one !== undefined));
}

/** The word with one mistake of typing or of memory. */
function misspelt(word: string, random: Random): string {
  const at = random.below(word.length);
  const [before, letter, behind] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  return random.pick([
    before + behind,
    before + letter + letter + behind,
    before + behind.charAt(0) + letter + behind.slice(1),
    before + neighbour(letter, random) + behind,
    before + neighbour(letter, random) + letter + behind,
    word.charAt(0).toUpperCase() + word.slice(1),
    word.toUpperCase(),
    word.includes('_') ? word.replace(/_/g, '-') : word.replace(/-/g, '_'),
    word.replace(/_/g, ''),
    word.endsWith('s') ? word.slice(0, -1) : `${word}s`,
  ]);
}

export const keyTypo: Operator = ({ text, sites, random }) => {
  const site = pickProperty(
    sites.filter((one) => one.schema !== undefined),
    random,
  );
  const key = site && text.slice(site.key.start, site.key.end);
  if (!key || !/^[a-z_-]{2,}$/.test(key)) return undefined;
  return { ...site.key, insert: misspelt(key, random) };
};

/** A misspelt value of those that the place allows: a type, a backend, a policy, an IDE, a shell. */
export const valueTypo: Operator = ({ text, sites, random }) => {
  const words = sites.filter(
    (one) =>
      one.shape === 'scalar' &&
      one.schema !== undefined &&
      /^[A-Za-z_-]{2,}$/.test(text.slice(one.value.start, one.value.end)),
  );
  if (words.length === 0) return undefined;
  const site = random.pick(words);
  return setValue(site, misspelt(text.slice(site.value.start, site.value.end), random));
};
