import type { Bound } from '../coerce/bind';
import { span } from '../base/span';
import { coerceScalar } from '../coerce/coerce';
import { problem, type Problem } from '../problem/problem';
import { typesOf, type Schema } from '../schema/schema';
import type { Node, ScalarNode } from '../yaml/node';

/**
 * Numbers that were surely meant as text: `80:22` counts in sixties and is 4822, `1.10` as text is `1.1`. And items of a
 * list that became a part of the item above them. dstack takes them, so that these are warnings.
 */
export function surprises(root: Node, source: string, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'mapping') pending.push(...node.pairs.map(({ value }) => value));
    else if (node.kind === 'sequence') {
      pending.push(...node.items);
      if (!node.flow) problems.push(...node.items.flatMap((one) => swallowed(one, source, bound)));
    } else if (node.kind === 'scalar') {
      const read = readDifferently(node, bound.schemaOf(node));
      if (read !== undefined) problems.push(surprise(node, read));
    }
  }
  return problems;
}

/** What dstack gets instead of what is written; undefined where that is the same or a matter of form. */
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

function surprise({ span, text }: ScalarNode, read: string): Problem {
  const message = `YAML reads \`${text}\` as the number ${read}. Put it in quotes: \`"${text}"\`.`;
  return problem('read-as-number', span, message, { severity: 'warning', data: { read } });
}

/** A line that begins like an item: white space, the dash, and what follows. */
const ITEM = /(?<=\n[ \t]*)-[ \t]+[^\s<>|&-][^\r\n]*/;

/** `- a` and, indented deeper, `- b`, which YAML reads as the one text `a - b`. */
function swallowed(item: Node, source: string, bound: Bound): readonly Problem[] {
  if (item.kind !== 'scalar' || item.style !== 'plain' || item.textStart !== undefined) return [];
  // The lines of a here-document are no items.
  if (!/\s- /.test(item.text) || item.text.includes('<<') || !bound.schemaOf(item)) return [];
  const { start, end } = item.span;
  const found = ITEM.exec(source.slice(start, end));
  if (!found) return [];
  const at = start + found.index;
  const message =
    'YAML reads this line as a part of the item above, because it is indented deeper. Align the dashes.';
  return [
    problem('swallowed-item', span(at, at + found[0].trimEnd().length), message, {
      severity: 'warning',
    }),
  ];
}
