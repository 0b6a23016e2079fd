import { readFileSync } from 'node:fs';
import { lookup } from '../../server/src/language/base/lookup';
import { repositoryPath } from './repository';

/** package.json as VS Code shows it: with texts for their `%keys%`, of a language or in English. */
export function readManifest(language?: string): unknown {
  const texts = readTexts(
    language === undefined ? 'package.nls.json' : `package.nls.${language}.json`,
  );
  const source = readFileSync(repositoryPath('package.json'), 'utf8');
  return JSON.parse(source, (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : (lookup(texts, key) ?? value);
  });
}

/** A file of texts by their keys. */
export function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(repositoryPath(file), 'utf8')) as Record<string, string>;
}
