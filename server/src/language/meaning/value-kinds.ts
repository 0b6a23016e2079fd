import { lookup } from '../base/lookup';
import { typesOf, type JsonType, type Schema } from '../schema/schema';
import { SHORTHANDS } from '../shorthand';

/** A way to write a value. */
export type Form = 'scalar' | 'list' | 'mapping';

/** The ways to write a value of this schema, the short one first. */
export function formsOf(schema: Schema): readonly Form[] {
  const types = typesOf(schema);
  const forms: Form[] = [];
  if (schema.shorthand || types.some((type) => type in SCALAR_WORDS)) forms.push('scalar');
  if (types.includes('array')) forms.push('list');
  if (types.includes('object')) forms.push('mapping');
  return forms;
}

/** The ways to write a value, in words: `text or mapping`. */
export function formsInWords(schema: Schema): string {
  const words = formsOf(schema).flatMap((form) => {
    if (form === 'scalar') return scalarWords(schema);
    return form === 'list' && schema.items ? [`list${ofWhat(schema.items)}`] : [form];
  });
  return [...new Set(words)].join(' or ');
}

function ofWhat(items: Schema): string {
  const [form, ...others] = formsOf(items);
  const [words, ...more] = scalarWords(items);
  const plural = form === 'scalar' && words !== undefined ? lookup(PLURALS, words) : undefined;
  return plural === undefined || others.length + more.length > 0 ? '' : ` of ${plural}`;
}

const PLURALS: Readonly<Record<string, string>> = { text: 'texts', number: 'numbers' };

const SCALAR_WORDS: Partial<Record<JsonType, string>> = {
  boolean: 'boolean',
  integer: 'integer',
  number: 'number',
  string: 'text',
};

function scalarWords(schema: Schema): readonly string[] {
  if (schema.shorthand) return [SHORTHANDS[schema.shorthand].noun];
  return typesOf(schema).flatMap((type) => SCALAR_WORDS[type] ?? []);
}
