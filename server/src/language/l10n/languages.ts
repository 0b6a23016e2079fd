import { lookup } from '../base/lookup';
import german from './de.json';
import chinese from './zh-cn.json';
import { english, translator, type Translate } from './text';

/** Texts of each language by their English pattern. What is missing is shown in English. */
export type Bundles = Readonly<Record<'de' | 'zh-cn', Readonly<Record<string, string>>>>;

const TITLES: Bundles = { de: german, 'zh-cn': chinese };

/**
 * Translates into the language of a locale, as LSP (`de`, `zh-CN`, `zh-Hans`) or POSIX (`de_DE.UTF-8`) write it; English
 * for other languages and without one. `more` has the texts of a host.
 */
export function translateFor(locale: string | undefined, more: Bundles = TITLES): Translate {
  const [language, ...others] = (locale ?? '').toLowerCase().split(/[-_.@]/);
  if (language === 'de') return from(TITLES.de, more.de);
  if (language === 'zh' && !others.some(isTraditional)) return from(TITLES['zh-cn'], more['zh-cn']);
  return locale === PSEUDO ? translator(pseudo) : english;
}

/** The locale of tests, by its name in Windows and VS Code: each text is changed in a way that can be read. */
const PSEUDO = 'qps-ploc';

function isTraditional(subtag: string): boolean {
  return ['hant', 'tw', 'hk', 'mo'].includes(subtag);
}

function from(titles: Bundles['de'], more: Bundles['de']): Translate {
  return translator((pattern) => lookup(titles, pattern) ?? lookup(more, pattern) ?? pattern);
}

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý' }),
);

/** A text with accents and in brackets, for tests: what is shown without them was not translated. */
function pseudo(english: string): string {
  // What is in backticks or braces is the same in all languages.
  const parts = english.split(/(`[^`]*`|\{\d\})/);
  const changed = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/[a-z]/g, (letter) => LETTERS.get(letter) ?? letter),
  );
  return `[${changed.join('')}]`;
}
