import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutMarks } from '../check/problems';
import { repositoryPath } from '../repository';

const LITERAL = /`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g;

/** The files in the tests of the rules: the quoted texts in test/language/validate/rules with more than one line. */
export function ruleExamples(): readonly string[] {
  const folder = repositoryPath('test/language/validate/rules');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const texts = sources.flatMap((source) => source.match(LITERAL) ?? []).map(unquoted);
  return [...new Set(texts.filter((text) => /\n./.test(text)).map(withoutMarks))];
}

function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));
}
