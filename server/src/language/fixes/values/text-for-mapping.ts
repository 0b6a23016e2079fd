import { coerceScalar } from '../../coerce/coerce';
import { typesOf, type Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { span } from '../../base/span';
import { resolveScalar } from '../../yaml/scalar';
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
  const known = Object.entries(properties).filter(([, { removed }]) => !removed);
  const write = (name: string, source: string) => {
    const { unit, eol } = styleOf(tree);
    const start = (step.pair.colon ?? node.span.start) + 1;
    const indent = ' '.repeat(columnOf(tree, step.pair.key.span.start) + unit);
    const pair = `${name}: ${source}`;
    const newText = step.mapping.flow ? ` {${pair}}` : `${eol}${indent}${pair}`;
    return [{ span: span(start, node.span.end), newText }];
  };
  const [own, rest] = nameAndRest(node);
  const named = known.find(([name]) => name === own);
  if (named && own !== undefined) {
    const value = resolveScalar(rest, 'plain');
    return value.type !== 'error' && fits(value, named[1])
      ? { title: t('Change to `{0}`', `${own}: ${rest}`), edits: write(own, rest) }
      : undefined;
  }
  const [name] = known.find(([, property]) => fits(node.value, property)) ?? [];
  if (name === undefined) return undefined;
  const source = tree.text.slice(node.span.start, node.span.end);
  return { title: t('Write it as `{0}`', name), edits: write(name, source) };
}

/** `gpu` and `A100` of a plain `gpu=A100` or `gpu A100`, which was meant as a property. */
function nameAndRest({
  style,
  text,
}: ScalarNode): readonly [name: string | undefined, rest: string] {
  const name = style === 'plain' ? /^[\w-]+/.exec(text)?.[0] : undefined;
  const after = text.slice(name?.length ?? 0);
  const mark = /^[\s=]+/.exec(after)?.[0] ?? '';
  return [mark === '' ? undefined : name, after.slice(mark.length)];
}

function fits(value: ScalarNode['value'], schema: Schema): boolean {
  if (schema.shorthand) return parseShorthand(schema.shorthand, value).ok;
  const coerced = coerceScalar(value, schema);
  if (schema.enum) return schema.enum.some((one) => one === coerced);
  return typesOf(schema).some((type) => type === typeof coerced);
}
