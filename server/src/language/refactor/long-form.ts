import { isRecord } from '../base/lookup';
import { coerce } from '../coerce/coerce';
import { columnOf, textAs } from '../edit/rewrite';
import { styleOf } from '../edit/layout';
import { isJsonList, isJsonScalar, type JsonValue, type Schema } from '../schema/schema';
import { propertyOf } from '../schema/variant';
import { amountText } from '../shorthand';
import { span } from '../base/span';
import { textToYaml, valueToYaml } from '../edit/yaml-text';
import type { Tree } from '../yaml/tree';
import { nameOf, schemaAt, valueOf, type RefactoringProvider } from './refactoring';
import { endOfLine, spanOfValue } from './source';
import type { Step } from '../edit/locate';
import type { Edit } from '../edit/edit';
import { t } from '../l10n/text';

/** `A100:2` to `name: A100`, `count: 2`. A comment stays on its line. */
export const longForm: RefactoringProvider = ({ analysis, steps }) => {
  const step = steps.at(-1);
  const schema = step && schemaAt(analysis, step);
  if (!step || !schema?.shorthand || !schema.properties) return [];
  const node = valueOf(step);
  if (node.kind !== 'scalar' || node.anchor !== undefined || node.tag !== undefined) return [];
  if (/[\r\n]/.test(analysis.source.text.slice(node.span.start, node.span.end))) return [];
  const { value } = coerce(node, schema);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const long = propertiesOf(value, schema);
  const name = nameOf(step);
  const title =
    name === undefined ? t('Write this entry in long form') : t('Write `{0}` in long form', name);
  return [{ title, kind: 'rewrite', edits: written(analysis.tree, step, long) }];
};

/** The value with what is inside in its short form. */
function longValue(value: unknown, schema: Schema): JsonValue {
  const short = schema.shorthand && amountText(schema.shorthand, value);
  if (short !== undefined) return short;
  if (Array.isArray(value)) {
    const items = value.map((item) => longValue(item, schema.items ?? {}));
    const [only = null] = items;
    // A single one may stand without a list.
    return schema.shorthand && items.length === 1 ? only : items;
  }
  if (isRecord(value)) return propertiesOf(value, schema);
  return isJsonScalar(value) ? value : null;
}

function propertiesOf(value: object, schema: Schema): JsonValue {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, JsonValue][] => {
      const property = propertyOf(schema, key) ?? {};
      const isUnset = inner === null && property.default === undefined;
      return isUnset ? [] : [[key, longValue(inner, property)]];
    }),
  );
}

function written(tree: Tree, step: Step, value: JsonValue): readonly Edit[] {
  const at = spanOfValue(tree, step);
  const isPair = step.kind === 'pair';
  if (isPair ? step.mapping.flow : step.list.flow)
    return [{ span: at, newText: `${isPair ? ' ' : ''}${flowText(value, tree)}` }];
  const { unit, eol } = styleOf(tree);
  const indent = isPair
    ? columnOf(tree, step.pair.key.span.start) + unit
    : columnOf(tree, at.start);
  const lines = valueToYaml(value).split('\n');
  const first = isPair ? '' : (lines.shift() ?? '');
  const others = lines.map((line) => `${eol}${' '.repeat(indent)}${line}`).join('');
  const end = endOfLine(tree, at.end);
  if (end === at.end) return [{ span: at, newText: first + others }];
  return [
    { span: at, newText: first },
    { span: span(end, end), newText: others },
  ];
}

function flowText(value: JsonValue, tree: Tree): string {
  if (isJsonList(value)) return `[${value.map((item) => flowText(item, tree)).join(', ')}]`;
  if (typeof value === 'string') return textAs(value, tree, { style: 'plain', flow: true });
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value);
  return `{${pairs.map(([key, one]) => `${textToYaml(key, true)}: ${flowText(one, tree)}`).join(', ')}}`;
}
