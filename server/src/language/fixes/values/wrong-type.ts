import { typesOf, type JsonType, type Schema } from '../../schema/schema';
import { span } from '../../base/span';
import { closest } from '../../base/spelling';
import type { Node, ScalarNode, SequenceNode } from '../../yaml/node';
import { textAs, valueSpan } from '../../edit/rewrite';
import { asVariables } from './env-item';
import { commandOf } from './exec-form';
import { asItemBeside, isBeside } from '../keys/forgotten-dash';
import { shortForm } from '../keys/short-form';
import { SHORTHANDS } from '../../shorthand';
import { removeEmptyItem } from './empty-item';
import { joinNames } from './gpu-list';
import { hasComment, targetOf, type Step } from '../../edit/locate';
import type { Candidate, Context, FixProvider } from '../fix-provider';
import { asOneMapping } from './list-for-mapping';
import { asList } from './mapping-for-list';
import { spaceInText } from '../keys/missing-space';
import { asNumber } from './number-in-words';
import { quote } from './quotes';
import { splitIntoItems } from './split-items';
import { asMapping } from './text-for-mapping';
import { fixUnknownValue } from './unknown-value';
import { t } from '../../l10n/text';

/** Gives a value the shape that the property requires, if that is clear. */
export const reshape: FixProvider = (context) => {
  const step = stepOf(context);
  if (!step) return [];
  const node = targetOf(step);
  // A number before a colon was read as a name.
  if (step.kind === 'pair' && isOn(context, step.pair.key)) {
    const short = shortForm(context, step.mapping, step.pair);
    if (short.length > 0) return short;
  }
  // The value of an alias is changed at its anchor.
  if (node !== (step.kind === 'pair' ? step.pair.value : step.item)) return [];
  const schema = schemaOf(context, step, node);
  return [candidates(context, step, node, schema) ?? []].flat();
};

/** The property or item that the problem is about: the problem is on its key, or on all of it. */
function stepOf({ steps, problem: { span: at } }: Context): Step | undefined {
  const lies = (other: { start: number; end: number }) =>
    other.start === at.start && other.end === at.end;
  return steps.find((step) =>
    step.kind === 'pair'
      ? lies(step.pair.key.span) || lies(step.pair.value.span)
      : lies(step.item.span),
  );
}

function isOn({ problem: { span: at } }: Context, { span: own }: Node): boolean {
  return at.start === own.start && at.end === own.end;
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
): readonly Candidate[] | Candidate | undefined {
  switch (node.kind) {
    case 'sequence':
      return ofList(context, step, node, schema);
    case 'mapping':
      if (schema.textDeclares) return asVariables(context, node);
      return wants(schema, 'array') ? asList(context, node, schema) : undefined;
    case 'scalar':
      return ofScalar(context, step, node, schema);
    default:
      return undefined;
  }
}

function wants(schema: Schema, type: JsonType): boolean {
  return typesOf(schema).includes(type);
}

function ofList(
  context: Context,
  step: Step,
  node: SequenceNode,
  schema: Schema,
): readonly Candidate[] | Candidate | undefined {
  const areProperties = wants(schema, 'object') && !wants(schema, 'array');
  const mapping = areProperties ? asOneMapping(context, step, node, schema) : undefined;
  if (mapping) return mapping;
  const command = wants(schema, 'string') && step.kind === 'pair' ? commandOf(node) : undefined;
  if (command !== undefined) return asCommand(context, node, command);
  const items = step.kind === 'pair' ? asItemBeside(context, step.mapping, step.pair) : [];
  if (items.length > 0) return items;
  return (
    unwrapped(context, step, node) ??
    (listsAlternatives(schema) ? joinNames(context, step, node) : undefined)
  );
}

function listsAlternatives({ shorthand }: Schema): boolean {
  return shorthand !== undefined && SHORTHANDS[shorthand].alternatives !== undefined;
}

function ofScalar(
  context: Context,
  step: Step,
  node: ScalarNode,
  schema: Schema,
): readonly Candidate[] | Candidate | undefined {
  const { type } = node.value;
  if (step.kind === 'item' && type === 'null') return removeEmptyItem(context);
  const spaced = spaceInText(context, node, schema);
  if (spaced.length > 0) return spaced;
  if (wants(schema, 'array')) return splitIntoItems(context, step, node, schema.items ?? {});
  if (schema.enum && node.value.type === 'bool') return fixUnknownValue(context);
  if (wants(schema, 'string') && type !== 'str' && type !== 'null') return asText(context, node);
  if (wants(schema, 'object')) return asMapping(context, step, node, schema);
  if (wants(schema, 'boolean')) return asSwitch(node);
  return asNumber(node, schema);
}

/** `gpu:` with one item in a list below: the item alone. */
function unwrapped(
  { analysis: { tree } }: Context,
  step: Step,
  list: SequenceNode,
): Candidate | undefined {
  const [only, ...others] = list.items;
  if (only?.kind !== 'scalar' || others.length > 0 || step.kind !== 'pair') return undefined;
  if (isBeside(tree, step.pair, step.pair)) return undefined;
  const at = span(valueSpan(step.pair).start, list.span.end);
  const start = (step.pair.colon ?? at.start) + 1;
  const source = tree.text.slice(only.span.start, only.span.end);
  const edit = { span: span(start, at.end), newText: ` ${source}` };
  return { title: t('Write the value without a list'), edits: [edit] };
}

/** The words of a command, as Docker writes them: the command. */
function asCommand(
  { analysis: { tree } }: Context,
  list: SequenceNode,
  command: string,
): Candidate | undefined {
  if (hasComment(tree, list.span)) return undefined;
  const newText = textAs(command, tree, { style: 'plain', flow: false });
  const { start, end } = list.span;
  const from = list.flow ? start : tree.text.slice(0, start).trimEnd().length;
  const edit = { span: span(from, end), newText: list.flow ? newText : ` ${newText}` };
  return { title: t('Write one text'), edits: [edit], meant: true };
}

/** A number, boolean or date that is intended as text. */
function asText({ analysis: { tree } }: Context, node: ScalarNode): Candidate | undefined {
  if (node.style !== 'plain' || node.text === '') return undefined;
  return { title: t('Put it in quotes'), edits: [quote(node.text, node.span, tree)] };
}

/** A misspelt `true` or `false`. */
function asSwitch({ span: at, text }: ScalarNode): Candidate | undefined {
  const [likely] = closest(text, ['true', 'false']);
  const edits = [{ span: at, newText: likely ?? '' }];
  return likely === undefined ? undefined : { title: t('Change to `{0}`', likely), edits };
}
