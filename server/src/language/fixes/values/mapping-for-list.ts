import { allowsType, type Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { resolveAlias, type MappingNode } from '../../yaml/node';
import { columnOf, textAs } from '../../edit/rewrite';
import type { Candidate, Context } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { namedItems } from './named-items';

/** A mapping in the place of a list: its properties as the first item, or as items `A:B` if they have such a form. */
export function asList(
  { analysis: { tree } }: Context,
  mapping: MappingNode,
  { items = {} }: Schema,
): Candidate | undefined {
  const texts = mapping.pairs.map(({ key, value }) => {
    const [left, right] = [key, resolveAlias(value)].map((node) =>
      node.kind === 'scalar' ? node.text : undefined,
    );
    const text =
      left !== undefined && right !== undefined
        ? right === ''
          ? left
          : `${left}:${right}`
        : undefined;
    const fits =
      text !== undefined &&
      items.shorthand &&
      parseShorthand(items.shorthand, { type: 'str', value: text }).ok;
    return fits ? textAs(text, tree, { style: 'plain', flow: mapping.flow }) : undefined;
  });
  if (!texts.includes(undefined) && texts.length > 0) {
    const indent = ' '.repeat(columnOf(tree, mapping.span.start));
    const newText = mapping.flow
      ? `[${texts.join(', ')}]`
      : texts.map((text) => `- ${text ?? ''}`).join(`${styleOf(tree).eol}${indent}`);
    return { title: 'Write a list', edits: [{ span: mapping.span, newText }] };
  }
  if (!allowsType(items, 'object')) return undefined;
  const named = namedItems(tree, mapping, items);
  if (named) return named;
  const { start, end } = mapping.span;
  if (mapping.flow)
    return {
      title: 'Write a list',
      edits: [{ span: mapping.span, newText: `[${tree.text.slice(start, end)}]` }],
    };
  const [first, ...rest] = tree.text.slice(start, end).split('\n');
  return {
    title: 'Write a list',
    edits: [
      {
        span: mapping.span,
        newText: [
          `- ${first ?? ''}`,
          ...rest.map((line) => (line.trim() === '' ? line : `  ${line}`)),
        ].join('\n'),
      },
    ],
  };
}
