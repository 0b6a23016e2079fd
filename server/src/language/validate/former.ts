import { listOfNames } from '../base/words';
import { coerceScalar } from '../coerce/coerce';
import { problem, type Problem } from '../problem/problem';
import { allowsType, typesOf, type Schema } from '../schema/schema';
import { propertyOf } from '../schema/variant';
import { keyText, resolveAlias, type Node, type ScalarNode } from '../yaml/node';

/**
 * What is wrong in the value of a property that newer releases no longer have. The compiled validator, which is that of
 * the newest release, does not know it. Shorthands are checked where they are expanded.
 *
 * @param schema what the value had to be
 */
export function formerProblems(source: Node, schema: Schema, name: string): readonly Problem[] {
  const node = resolveAlias(source);
  const expected = typesOf(schema).filter((type) => type !== 'null');
  const wrongType = () => {
    const message = `\`${name}\` must be ${expected.includes('object') ? 'a mapping' : 'text'}.`;
    return [problem('wrong-type', source.span, message, { data: { expected, given: node.kind } })];
  };
  if (node.kind === 'alias') return [];
  if (node.kind === 'sequence') return wrongType();
  if (node.kind === 'scalar')
    return isAccepted(node, schema)
      ? []
      : schema.enum
        ? [notListed(node, schema, name)]
        : wrongType();
  if (!allowsType(schema, 'object')) return wrongType();
  return node.pairs.flatMap((pair) => {
    const key = keyText(pair) ?? '';
    const property = propertyOf(schema, key);
    if (property) return formerProblems(pair.value, property, key);
    return [problem('unknown-key', pair.key.span, `\`${key}\` is not a property of \`${name}\`.`)];
  });
}

function isAccepted({ value }: ScalarNode, schema: Schema): boolean {
  if (schema.shorthand) return true;
  const read = coerceScalar(value, schema);
  if (read === null) return allowsType(schema, 'null');
  if (schema.enum) return schema.enum.some((one) => one === read);
  return typeof read === 'string' ? allowsType(schema, 'string') : allowsType(schema, 'boolean');
}

function notListed(
  { span, text }: ScalarNode,
  { enum: values = [] }: Schema,
  name: string,
): Problem {
  const words = values.flatMap((one) => (one === null ? [] : String(one)));
  const message = `\`${text}\` is not a value of \`${name}\`. Use ${listOfNames(words, 'or')}.`;
  return problem('unknown-value', span, message, { data: { given: text, values: words } });
}
