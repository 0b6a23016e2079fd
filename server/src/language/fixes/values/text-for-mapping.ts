import { coerceScalar } from '../../coerce/coerce';
import { typesOf, type Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { span } from '../../base/span';
import type { ScalarNode } from '../../yaml/node';
import { columnOf } from '../../edit/rewrite';
import type { Step } from '../../edit/locate';
import type { Candidate, Context } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/** A text in the place of a mapping: the value of the first property that it matches. */
export function asMapping(
  { analysis: { tree } }: Context,
  step: Step,
  node: ScalarNode,
  { properties = {} }: Schema,
): Candidate | undefined {
  if (step.kind !== 'pair' || node.style === 'literal' || node.style === 'folded') return undefined;
  const found = Object.entries(properties).find(
    ([, property]) => !property.removed && fits(node, property),
  );
  if (!found) return undefined;
  const [name] = found;
  const { unit, eol } = styleOf(tree);
  const source = tree.text.slice(node.span.start, node.span.end);
  const start = (step.pair.colon ?? node.span.start) + 1;
  const indent = ' '.repeat(columnOf(tree, step.pair.key.span.start) + unit);
  const newText = step.mapping.flow ? ` {${name}: ${source}}` : `${eol}${indent}${name}: ${source}`;
  return {
    title: t('Write it as `{0}`', name),
    edits: [{ span: span(start, node.span.end), newText }],
  };
}

function fits({ value }: ScalarNode, schema: Schema): boolean {
  if (schema.shorthand) return parseShorthand(schema.shorthand, value).ok;
  const coerced = coerceScalar(value, schema);
  if (schema.enum) return schema.enum.some((one) => one === coerced);
  return typesOf(schema).some((type) => type === typeof coerced);
}
