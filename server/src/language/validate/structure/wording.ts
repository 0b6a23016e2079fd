import { listInWords, listOfNames, quote } from '../../base/words';
import { typesOf, type JsonType, type Schema } from '../../schema/schema';
import type { Node } from '../../yaml/node';

/** Maximum number of values in a message. */
const MAX_CHOICES = 8;

/** "`a`, `b` or `c`"; of a long list the first eight. */
export function choices(values: readonly string[]): string {
  if (values.length <= MAX_CHOICES) return listOfNames(values, 'or');
  const shown = values.slice(0, MAX_CHOICES).map((value) => `\`${value}\``);
  return `${shown.join(', ')} or another of ${values.length} values`;
}

const NOUNS: Readonly<Record<JsonType, string>> = {
  string: 'text',
  integer: 'an integer',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping',
  null: 'empty',
};

/** "text, a number or a list": what a value of these types is, apart from null. */
export function typesInWords(types: readonly JsonType[]): string {
  const nouns = types.filter((type) => type !== 'null').map((type) => NOUNS[type]);
  return listInWords(nouns, 'or') || 'something else';
}

/** "a mapping", "the date `2024-01-01`", "`abc`": what a value is. */
export function nodeInWords(node: Node): string {
  if (node.kind === 'mapping') return 'a mapping';
  if (node.kind === 'sequence') return 'a list';
  if (node.kind === 'alias') return 'an alias';
  const { type } = node.value;
  if (type === 'timestamp') return `the date ${quote(node.text)}`;
  if (node.text === '' && type === 'str') return 'an empty text';
  return type === 'null' ? 'empty' : quote(node.text.trim());
}

/** "text or a list", or "one value such as `8080`, or a mapping" if the mapping has a shorthand. */
export function formsInWords(schema: Schema): string {
  const [example] = (schema.examples ?? []).filter((one) => typeof one !== 'object');
  const words = typesInWords(typesOf(schema));
  return schema.shorthand && typesOf(schema).includes('object') && example !== undefined
    ? `one value such as \`${String(example)}\`, or ${words}`
    : words;
}

/** " Example: `abc`.", or nothing where the schema has none that fits into a sentence, or `formsInWords` has it. */
export function exampleSentence(schema: Schema): string {
  const [first] = schema.examples ?? [];
  if (schema.shorthand && typesOf(schema).includes('object')) return '';
  return first === undefined || typeof first === 'object' ? '' : ` Example: \`${String(first)}\`.`;
}
