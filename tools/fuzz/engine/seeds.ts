import { readdirSync, readFileSync } from 'node:fs';
import { SCHEMAS } from '../../../server/src/language/schema';
import { PROBLEM_CODES } from '../../../server/src/language/problem/codes';
import { DISABLE } from '../../../server/src/language/validate/suppression';
import type { Schema } from '../../../server/src/language/schema/schema';
import { corpusSamples, fixtureSamples } from '../../../test/support/oracle/corpus';
import { pool } from '../../../test/support/generate/pools';
import { repositoryPath } from '../../../test/support/repository';
import { ruleExamples } from '../../../test/support/generate/rule-examples';
import { SHORTHAND_NAMES } from '../../../server/src/language/shorthand';
import { CASES } from '../cases';

/** Texts of the repository to begin with: found cases, examples, fixtures, and the examples of the rules. */
export function ownSeeds(): readonly string[] {
  const examples = readdirSync(repositoryPath('examples'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => readFileSync(repositoryPath('examples', name), 'utf8'));
  const fixtures = [...fixtureSamples('accepted'), ...fixtureSamples('refused')];
  return [
    ...Object.values(CASES),
    ...examples,
    ...ruleExamples(),
    ...fixtures.map(({ text }) => text),
  ];
}

/** The same and the public files that were collected beside the repository, if they exist. */
export function allSeeds(): readonly string[] {
  return [...ownSeeds(), ...(corpusSamples() ?? []).map(({ text }) => text)];
}

/** The words of dstack files: keys, values and shorthands, and the comments that ignore problems. */
export function dictionary(): readonly string[] {
  const words = new Set(PROBLEM_CODES.map((code) => `# ${DISABLE} ${code}`));
  const visit = (schema: Schema): void => {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      words.add(key);
      visit(property);
    }
    for (const value of [schema.const, ...(schema.enum ?? [])])
      if (value !== undefined) words.add(String(value));
    for (const option of schema.oneOf ?? []) visit(option);
    if (schema.items) visit(schema.items);
    if (schema.additionalProperties) visit(schema.additionalProperties);
  };
  Object.values(SCHEMAS).forEach(visit);
  for (const name of SHORTHAND_NAMES) {
    const { good, odd } = pool(`shorthand ${name}`);
    for (const value of [...good, ...odd]) if (value.length < 60) words.add(value);
  }
  return [...words];
}
