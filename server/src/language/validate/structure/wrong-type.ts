import { quote } from '../../base/words';
import { problem, type Problem } from '../../problem/problem';
import { typesOf, type JsonType, type Schema } from '../../schema/schema';
import { SHORTHANDS } from '../../shorthand';
import { SLASHES } from '../../yaml/pyyaml/missing-colon';
import { isEmptyScalar, keyText, resolveAlias, type Node, type ScalarNode } from '../../yaml/node';
import { commandIsMapping } from './command-is-mapping';
import { emptyValue } from './empty-value';
import { notAMapping } from './not-a-mapping';
import { isItem, ownerPair, propertyName, schemaOf, type Place, type Translate } from './place';
import { choices, exampleSentence, formsInWords, nodeInWords } from './wording';

/** `type`: a value of the wrong shape. */
export const typeProblem: Translate = (_error, place) => {
  if (place.path.length === 0) return notAMapping(place);
  const node = resolveAlias(place.node);
  const schema = schemaOf(place);
  const expected = typesOf(schema).filter((type) => type !== 'null');
  const isNull = node.kind === 'scalar' && node.value.type === 'null';
  if (isEmptyScalar(node) || (isNull && schema.keyDeclares)) return emptyValue(place);
  // A text with a form of its own, such as an entry of `env`, is not repaired by quotes around it.
  if (node.kind === 'mapping' && isItemOfTexts(place, expected) && !schema.shorthand)
    return commandIsMapping(place, node);
  if (node.kind === 'scalar' && node.value.type === 'bool' && schema.enum)
    return booleanForWord(place, schema, node);
  const name = isItem(place)
    ? `Each item of \`${propertyName(place)}\``
    : `\`${propertyName(place)}\``;
  return problem(
    'wrong-type',
    node.kind === 'scalar' ? place.node.span : (ownerPair(place)?.key.span ?? place.node.span),
    messageOf(name, node, schema, expected),
    {
      data: { expected, given: givenType(node), ...(isEmpty(node, schema) ? { empty: true } : {}) },
    },
  );
};

function givenType(node: Node): string {
  return node.kind === 'scalar' ? node.value.type : node.kind;
}

/** Whether it is nothing where a mapping is expected that needs nothing. */
function isEmpty(node: Node, { required, shorthand }: Schema): boolean {
  if (required || shorthand) return false;
  return node.kind === 'sequence' ? node.items.length === 0 : 'text' in node && node.text === '';
}

/** What is wrong, and what to write instead where that follows from the value. */
function messageOf(
  name: string,
  node: Node,
  schema: Schema,
  expected: readonly JsonType[],
): string {
  const plain = `${name} must be ${formsInWords(schema)}, not ${nodeInWords(node)}.${exampleSentence(schema)}`;
  if (node.kind === 'mapping' && schema.textDeclares) {
    const [first] = node.pairs;
    return first && keyText(first)?.includes('=')
      ? 'The `: ` makes YAML read this variable as a mapping. Put the whole text in quotes.'
      : `${name} must be text, not a mapping. Write a variable as \`NAME=value\`.`;
  }
  const { alternatives } = (schema.shorthand && SHORTHANDS[schema.shorthand]) ?? {};
  if (node.kind === 'sequence' && alternatives !== undefined)
    return `${name} must be one text or a mapping, not a list. Write alternatives as \`${alternatives}\`.`;
  if (node.kind !== 'scalar') return plain;
  const { type } = node.value;
  if (node.style === 'plain' && node.text.startsWith('//')) return SLASHES;
  if (expected.includes('array') && node.style === 'plain' && node.textStart === undefined)
    return `${name} must be a list: start each line with \`- \`.`;
  if (expected.includes('string') && (type === 'bool' || type === 'timestamp')) {
    const noun = type === 'bool' ? 'a boolean' : 'a date';
    return `${name} must be text, but YAML reads ${quote(node.text)} as ${noun}. Put it in quotes.`;
  }
  return plain;
}

/** `on` and `yes`, where one of a few words belongs. */
function booleanForWord(place: Place, schema: Schema, { text, value }: ScalarNode): Problem {
  const values = (schema.enum ?? []).flatMap((word) => (word === null ? [] : String(word)));
  const read = value.type === 'bool' && value.value ? 'true' : 'false';
  return problem(
    'wrong-type',
    place.node.span,
    `YAML reads \`${text}\` as ${read}, but \`${propertyName(place)}\` must be text. Use ${choices(values)}.`,
    { data: { given: text, values } },
  );
}

function isItemOfTexts(place: Place, expected: readonly JsonType[]): boolean {
  return isItem(place) && expected.length === 1 && expected[0] === 'string';
}
