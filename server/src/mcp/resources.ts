import { InputError } from '../agents/input';
import type { Package } from '../disk/package';
import { PROBLEM_TITLES } from '../language';
import { exportSchema, SCHEMAS } from '../language/schema';
import { alternative, tagsOf } from '../language/schema/variant';

const MARKDOWN = 'text/markdown';
const JSON_SCHEMA = 'application/schema+json';

/** The pages of the problem codes, and the JSON Schemas of the types of configurations. */
export function resources() {
  const pages = Object.entries(PROBLEM_TITLES).map(([code, title]) => ({
    uri: `dstack://problems/${code}`,
    name: code,
    description: title,
    mimeType: MARKDOWN,
  }));
  const schemas = [...tagsOf(SCHEMAS.configuration), 'configuration', 'profiles'].map((type) => ({
    uri: `dstack://schema/${type}`,
    name: `${type}.schema.json`,
    description: `The JSON Schema of ${type}`,
    mimeType: JSON_SCHEMA,
  }));
  return [...pages, ...schemas];
}

/** The content of one of them. Throws an `InputError` if there is no such resource. */
export function resource(uri: string, pack: Package) {
  const [, kind, name = ''] = /^dstack:\/\/(problems|schema)\/([\w-]+)$/.exec(uri) ?? [];
  if (kind === 'problems' && Object.hasOwn(PROBLEM_TITLES, name))
    return { uri, mimeType: MARKDOWN, text: pack.page(name) };
  const { configuration, profiles } = SCHEMAS;
  const whole = new Map([
    ['configuration', configuration],
    ['profiles', profiles],
  ]);
  const schema = whole.get(name) ?? alternative(configuration, name);
  if (kind !== 'schema' || !schema) throw new InputError(`There is no resource ${uri}.`);
  const text = JSON.stringify(exportSchema(schema, 'written'));
  return { uri, mimeType: JSON_SCHEMA, text };
}
