import { allowsType, typesOf, type Schema } from '../schema/schema';
import { parseShorthand } from '../shorthand';
import { coerceScalar } from '../coerce/coerce';
import {
  resolveAlias,
  type MappingNode,
  type Node,
  type ScalarNode,
  type SequenceNode,
} from '../yaml/node';
import { span } from '../span';
import { closest } from '../spelling';
import { columnOf, dashOf, textAs, valueSpan } from './edit';
import { hasComment, targetOf, type Step } from './locate';
import type { Candidate, Context, Maker } from './maker';
import { splitIntoItems } from './split-items';
import { styleOf } from './style';

/** Gives a value the shape that the property wants, where it is clear how. */
export const reshape: Maker = (context) => {
  const step = stepOf(context);
  if (!step) return [];
  const node = targetOf(step);
  // What an alias repeats is changed where it stands.
  if (node !== (step.kind === 'pair' ? step.pair.value : step.item)) return [];
  const schema = schemaOf(context, step, node);
  const found = candidates(context, step, node, schema);
  return found ? [found] : [];
};

/** The property or item that the problem is about: it lies on its key, or on all of it. */
function stepOf({ steps, problem: { span: at } }: Context): Step | undefined {
  const lies = (other: { start: number; end: number }) =>
    other.start === at.start && other.end === at.end;
  return steps.find((step) =>
    step.kind === 'pair'
      ? lies(step.pair.key.span) || lies(step.pair.value.span)
      : lies(step.item.span),
  );
}

function schemaOf({ analysis }: Context, step: Step, node: Node): Schema {
  const { bound } = analysis;
  return (step.kind === 'pair' ? bound.propertyOf(step.pair) : bound.schemaOf(node)) ?? {};
}

function candidates(
  context: Context,
  step: Step,
  node: Node,
  schema: Schema,
): Candidate | undefined {
  const wants = (type: 'array' | 'object' | 'string') => typesOf(schema).includes(type);
  if (node.kind === 'sequence') {
    return wants('object') && !wants('array') && node.items.every(isMapping)
      ? withoutDashes(context, node)
      : unwrapped(context, step, node);
  }
  if (node.kind === 'mapping') {
    if (schema.shorthand === 'env-entry') return asEntry(context, node);
    if (wants('array')) return asList(context, node, schema);
    return undefined;
  }
  if (node.kind !== 'scalar') return undefined;
  if (wants('array')) return splitIntoItems(context, step, node, schema.items ?? {});
  if (wants('object')) return asMapping(context, step, node, schema);
  if (typesOf(schema).includes('boolean')) return asSwitch(node);
  return wants('string') ? inQuotes(context, node) : undefined;
}

function isMapping(node: Node): boolean {
  return resolveAlias(node).kind === 'mapping';
}

/** `gpu:` with one item in a list below: the item alone. */
function unwrapped(
  { analysis: { tree } }: Context,
  step: Step,
  list: SequenceNode,
): Candidate | undefined {
  const [only, ...others] = list.items;
  if (only?.kind !== 'scalar' || others.length > 0 || step.kind !== 'pair') return undefined;
  const at = span(valueSpan(step.pair).start, list.span.end);
  const start = (step.pair.colon ?? at.start) + 1;
  const source = tree.text.slice(only.span.start, only.span.end);
  const edit = { span: span(start, at.end), newText: ` ${source}` };
  const safe = !hasComment(tree, edit.span);
  return { title: 'Write the value without a list', edits: [edit], safe };
}

/** A list of mappings where one mapping belongs: their properties without the dashes. */
function withoutDashes({ analysis: { tree } }: Context, list: SequenceNode): Candidate | undefined {
  if (list.flow) return undefined;
  const edits = list.items.map((_, index) => {
    const dash = dashOf(tree, list, index);
    return { span: span(dash, dash + 1), newText: ' ' };
  });
  return { title: 'Remove the dashes', edits };
}

/** `- NAME: value` in a list of variables: `- NAME=value`, a line for each. */
function asEntry({ analysis: { tree } }: Context, mapping: MappingNode): Candidate | undefined {
  const entries = mapping.pairs.map(({ key, value }) => {
    const content = resolveAlias(value);
    if (key.kind !== 'scalar' || content.kind !== 'scalar') return undefined;
    const isEmpty = content.span.start === content.span.end;
    return textAs(isEmpty ? key.text : `${key.text}=${content.text}`, tree, {
      style: 'plain',
      flow: mapping.flow,
    });
  });
  if (entries.includes(undefined) || entries.length === 0) return undefined;
  const indent = ' '.repeat(Math.max(0, columnOf(tree, mapping.span.start) - 2));
  const newText = entries.join(`${styleOf(tree).eol}${indent}- `);
  return { title: 'Write `NAME=value`', edits: [{ span: mapping.span, newText }], safe: true };
}

/** A mapping where a list belongs: its properties as the first item, or as items `A:B` where they have such a form. */
function asList(
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

/** A text where a mapping belongs: the value of the first property that it fits. */
function asMapping(
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
    title: `Write it as \`${name}\``,
    edits: [{ span: span(start, node.span.end), newText }],
  };
}

function fits({ value }: ScalarNode, schema: Schema): boolean {
  if (schema.shorthand) return parseShorthand(schema.shorthand, value).ok;
  const coerced = coerceScalar(value, schema);
  if (schema.enum) return schema.enum.includes(coerced as string);
  return typesOf(schema).includes(typeof coerced as 'string');
}

/** A number, switch or date that is meant as text. */
function inQuotes({ analysis: { tree } }: Context, node: ScalarNode): Candidate | undefined {
  if (node.style !== 'plain' || node.text === '') return undefined;
  const quote = styleOf(tree).quote;
  return {
    title: 'Put it in quotes',
    edits: [{ span: node.span, newText: `${quote}${node.text}${quote}` }],
    safe: true,
  };
}

/** A misspelt `true` or `false`. */
function asSwitch({ span: at, text }: ScalarNode): Candidate | undefined {
  const [likely] = closest(text, ['true', 'false']);
  const edits = [{ span: at, newText: likely ?? '' }];
  return likely === undefined ? undefined : { title: `Change to \`${likely}\``, edits, safe: true };
}
