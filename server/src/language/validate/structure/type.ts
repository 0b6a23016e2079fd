import { lookup } from '../../base/lookup';
import { problem } from '../../problem/problem';
import { typesOf, type JsonType, type Schema } from '../../schema/schema';
import {
  isEmptyScalar,
  keyText,
  resolveAlias,
  type MappingNode,
  type Node,
  type ScalarNode,
} from '../../yaml/node';
import { choices } from './value';
import { ownerPair, propertyName, schemaOf, type Place, type Translate } from './place';

/** `type`: a value of the wrong shape. */
export const typeProblem: Translate = (_error, place) => {
  const node = resolveAlias(place.node);
  const schema = schemaOf(place);
  if (place.path.length === 0) {
    const list = node.kind === 'sequence' ? onlyList(schema) : undefined;
    const message = list
      ? `This list belongs below \`${list}:\`, indented.`
      : 'A dstack file holds properties, one a line: `type: task`.';
    return problem('not-a-mapping', place.node.span, message, list ? { data: { key: list } } : {});
  }
  const expected = typesOf(schema).filter((type) => type !== 'null');
  const isNull = node.kind === 'scalar' && node.value.type === 'null';
  if (isEmptyScalar(node) || (isNull && schema.keyDeclares)) return emptyValue(place, schema);
  // A text with a form of its own, such as an entry of `env`, was meant differently than with quotes around it.
  if (node.kind === 'mapping' && isItemOfTexts(place, expected) && !schema.shorthand) {
    return commandIsMapping(place, node);
  }
  if (node.kind === 'scalar' && node.value.type === 'bool' && schema.enum)
    return booleanForWord(place, schema, node);
  const name = isItem(place)
    ? `Each item of \`${propertyName(place)}\``
    : `\`${propertyName(place)}\``;
  return problem(
    'wrong-type',
    node.kind === 'scalar' ? place.node.span : (ownerPair(place)?.key.span ?? place.node.span),
    messageOf(name, node, schema, expected),
    { data: { expected, given: shapeOf(node) } },
  );
};

/** The list that a file of this kind consists of: `profiles`. */
function onlyList({ required = [], properties }: Schema): string | undefined {
  const [name] = required;
  const property = lookup(properties, name ?? '');
  return required.length === 1 && property && typesOf(property).includes('array')
    ? name
    : undefined;
}

/** What is wrong, and what to write instead where that follows from the value. */
function messageOf(
  name: string,
  node: Node,
  schema: Schema,
  expected: readonly JsonType[],
): string {
  const plain = `${name} must be ${oneOf(expected)}, not ${nounOf(node)}.${example(schema)}`;
  if (node.kind === 'mapping' && schema.shorthand === 'env-entry') {
    const [first] = node.pairs;
    return first && keyText(first)?.includes('=')
      ? 'The `: ` makes YAML read this variable as a mapping. Put the whole text in quotes.'
      : `${name} must be text, not a mapping. Write a variable as \`NAME=value\`.`;
  }
  if (node.kind === 'sequence' && schema.shorthand === 'gpu')
    return `${name} must be one text or a mapping, not a list. Write alternatives as \`A100,H100\`.`;
  if (node.kind !== 'scalar') return plain;
  const { type } = node.value;
  if (expected.includes('array') && node.style === 'plain' && node.textStart === undefined)
    return `${name} must be a list: start each line with \`- \`.`;
  if (expected.includes('string') && (type === 'bool' || type === 'timestamp')) {
    const noun = type === 'bool' ? 'a boolean' : 'a date';
    return `${name} must be text, but YAML reads \`${shorten(node.text)}\` as ${noun}. Put it in quotes.`;
  }
  return plain;
}

/** `on` and `yes`, where one of a few words belongs. */
function booleanForWord(place: Place, schema: Schema, { text, value }: ScalarNode) {
  const values = (schema.enum ?? []).flatMap((word) => (word === null ? [] : String(word)));
  const read = value.type === 'bool' && value.value ? 'true' : 'false';
  return problem(
    'wrong-type',
    place.node.span,
    `YAML reads \`${text}\` as ${read}, but \`${propertyName(place)}\` must be text. Use ${choices(values)}.`,
    { data: { given: text, values } },
  );
}

function emptyValue(place: Place, schema: Schema) {
  const at = ownerPair(place)?.key.span ?? place.node.span;
  const name = isItem(place)
    ? `An item of \`${propertyName(place)}\``
    : `\`${propertyName(place)}\``;
  return problem('empty-value', at, emptyMessage(place, name, schema), {
    data: { key: propertyName(place) },
  });
}

function emptyMessage(place: Place, name: string, schema: Schema): string {
  const key = propertyName(place);
  const [, glued] = /^([A-Za-z_][\w-]*):\S/.exec(key) ?? [];
  if (glued !== undefined && !isItem(place))
    return `A space is missing after the colon of \`${glued}:\`.`;
  if (schema.keyDeclares === 'variable')
    return `${name} has no value. In a list, \`- ${key}\` takes it from your shell; \`""\` is an empty text.`;
  return `${name} has no value: it must be ${oneOf(typesOf(schema))}.${example(schema)}`;
}

function commandIsMapping(place: Place, mapping: MappingNode) {
  const key = mapping.pairs[0] ? keyText(mapping.pairs[0]) : undefined;
  return problem(
    'command-is-mapping',
    place.node.span,
    `The \`: \` makes YAML read this as a mapping${key === undefined ? '' : ` with the key \`${shorten(key)}\``}. Put the whole text in quotes.`,
  );
}

function isItem(place: Place): boolean {
  return /^\d+$/.test(place.path.at(-1) ?? '');
}

function isItemOfTexts(place: Place, expected: readonly JsonType[]): boolean {
  return isItem(place) && expected.length === 1 && expected[0] === 'string';
}

const NOUNS: Readonly<Record<JsonType, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping',
  null: 'empty',
};

function oneOf(types: readonly JsonType[]): string {
  const nouns = types.filter((type) => type !== 'null').map((type) => NOUNS[type]);
  const last = nouns.pop() ?? 'something else';
  return nouns.length > 0 ? `${nouns.join(', ')} or ${last}` : last;
}

function shapeOf(node: Node): string {
  if (node.kind !== 'scalar') return node.kind;
  return node.value.type;
}

function nounOf(node: Node): string {
  if (node.kind === 'mapping') return 'a mapping';
  if (node.kind === 'sequence') return 'a list';
  if (node.kind === 'alias') return 'an alias';
  const { type } = node.value;
  if (type === 'timestamp') return `the date \`${shorten(node.text)}\``;
  if (type === 'null') return 'empty';
  return `\`${shorten(node.text)}\``;
}

function example(schema: Schema): string {
  const [first] = schema.examples ?? [];
  return first === undefined || typeof first === 'object' ? '' : ` Example: \`${String(first)}\`.`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
