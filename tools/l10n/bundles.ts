import { readTexts } from '../../test/support/manifest';
import { PROBLEM_TITLES } from '../../server/src/language';
import { patternsIn } from './texts';

/** The languages besides English, by the names that VS Code has for them. */
export const LANGUAGES = ['de', 'zh-cn'] as const;

/** Texts of one language by their key. */
export type Bundle = Readonly<Record<string, string>>;

/** A kind of text, with the files of its translations. */
export interface Kind {
  readonly name: string;
  readonly fileOf: (language: string) => string;
  /** The English texts by the keys that each file must have. */
  readonly english: Bundle;
}

const TITLES = patternsIn('server/src/language');

/** The command line has the titles as well, and alone shows those of problem codes. */
const COMMAND_LINE = [
  ...patternsIn('server/src/cli', 'server/src/disk'),
  ...Object.values(PROBLEM_TITLES),
].filter((pattern) => !TITLES.includes(pattern));

/** All kinds of texts that are translated. */
export const KINDS: readonly Kind[] = [
  {
    name: 'titles',
    fileOf: (language) => `server/src/language/l10n/${language}.json`,
    english: byThemselves(TITLES),
  },
  {
    name: 'command line',
    fileOf: (language) => `server/src/cli/l10n/${language}.json`,
    english: byThemselves(COMMAND_LINE),
  },
  {
    name: 'extension',
    fileOf: (language) => `l10n/bundle.l10n.${language}.json`,
    english: byThemselves(patternsIn('client/src')),
  },
  {
    name: 'manifest',
    fileOf: (language) => `package.nls.${language}.json`,
    english: readTexts('package.nls.json'),
  },
];

function byThemselves(patterns: readonly string[]): Bundle {
  return Object.fromEntries([...patterns].sort().map((pattern) => [pattern, pattern]));
}
