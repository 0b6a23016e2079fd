import { readFileSync } from 'node:fs';
import { repositoryPath } from '../../test/support/repository';
import { PROBLEM_TITLES } from '../../server/src/language';
import { patternsIn } from './texts';

/** The languages besides English, by the names that VS Code has for them. */
export const LANGUAGES = ['de', 'zh-cn'] as const;

/** Texts of one language by their key. */
export type Bundle = Readonly<Record<string, string>>;

/** A kind of text, with the files of its translations and the keys that each must have. */
export interface Kind {
  readonly name: string;
  readonly fileOf: (language: string) => string;
  readonly keys: readonly string[];
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
    keys: [...TITLES].sort(),
  },
  {
    name: 'command line',
    fileOf: (language) => `server/src/cli/l10n/${language}.json`,
    keys: [...COMMAND_LINE].sort(),
  },
];

/** A file of texts. */
export function readBundle(file: string): Bundle {
  return JSON.parse(readFileSync(repositoryPath(file), 'utf8')) as Bundle;
}
