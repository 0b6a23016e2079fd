import type { Bound } from '../coerce/bind';
import { coerceScalar } from '../coerce/coerce';
import { problem, type Problem } from '../problem/problem';
import { typesOf, type Schema } from '../schema/schema';
import { parseShorthand } from '../shorthand';
import type { Node, ScalarNode } from '../yaml/node';

/**
 * Numbers that were certainly intended as text: `80:22` counts in sixties and is 4822, `1.10` as text is `1.1`. dstack
 * accepts them, so these are warnings.
 */
export function misreadNumbers(root: Node, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'mapping') pending.push(...node.pairs.map(({ value }) => value));
    else if (node.kind === 'sequence') pending.push(...node.items);
    else if (node.kind === 'scalar') {
      const schema = bound.schemaOf(node);
      const read = readDifferently(node, schema);
      if (read !== undefined) problems.push(misreadNumber(node, read, schema));
    }
  }
  return problems;
}

/** The value that dstack gets instead of the written one; undefined if they are the same or only differ in form. */
function readDifferently(node: ScalarNode, schema: Schema | undefined): string | undefined {
  const { text, style, value } = node;
  if (!schema || style !== 'plain' || (value.type !== 'int' && value.type !== 'float'))
    return undefined;
  if (text.includes(':')) return String(value.value);
  const types = typesOf(schema);
  if (schema.shorthand || !types.includes('string') || types.includes('integer')) return undefined;
  const taken = coerceScalar(value, schema);
  return typeof taken === 'string' && taken !== text ? taken : undefined;
}

function misreadNumber({ span, text }: ScalarNode, read: string, schema: Schema = {}): Problem {
  // In quotes `1:30:00` is not a duration either.
  const isText =
    !schema.shorthand || parseShorthand(schema.shorthand, { type: 'str', value: text }).ok;
  const advice = isText ? ` Put it in quotes: \`"${text}"\`.` : '';
  const message = `YAML reads \`${text}\` as the number ${read}.${advice}`;
  return problem('read-as-number', span, message, { severity: 'warning', data: { read } });
}
