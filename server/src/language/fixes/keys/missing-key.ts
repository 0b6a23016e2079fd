import { lookup } from '../../base/lookup';
import { typesOf, type JsonValue, type Schema } from '../../schema/schema';
import { propertyOf, variantOf } from '../../schema/variant';
import { closest } from '../../base/spelling';
import { keyText, resolveAlias, type MappingNode, type Pair } from '../../yaml/node';
import { valueToYaml } from '../../edit/yaml-text';
import { insertPair, renameKey } from '../../edit/rewrite';
import { mappingsAround, targetOf, type Step } from '../../edit/locate';
import {
  listData,
  textData,
  type Candidate,
  type Context,
  type FixProvider,
} from '../fix-provider';
import { shortForm } from './short-form';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/**
 * Adds a missing property with a value from the problem or the examples, which the author has to replace; if one of
 * several properties is missing, each of them.
 */
export const fixMissingKey: FixProvider = (context) => {
  const key = textData(context.problem, 'key');
  const mapping = mappingOf(context);
  if (key === undefined || !mapping) return [];
  const [only, ...others] = mapping.pairs;
  const short = only && others.length === 0 ? shortForm(context, mapping, only) : [];
  const slip = mapping.pairs.find((pair) => isSlip(context, mapping, pair, key));
  const renamed = slip
    ? [
        {
          title: t('Change `{0}` to `{1}`', keyText(slip) ?? '', key),
          edits: [renameKey(slip, key)],
        },
      ]
    : [];
  const names =
    listData(context.problem, 'keys').length > 0 ? [key] : listData(context.problem, 'values');
  const choices =
    names.length > 0 && names.every((name) => isProperty(context, mapping, name)) ? names : [key];
  const added = choices.slice(0, 3).flatMap((name) => addProperty(context, mapping, name) ?? []);
  return [...short, ...renamed, ...added];
};

function isProperty({ analysis }: Context, mapping: MappingNode, name: string): boolean {
  return propertyOf(schemaFor(analysis, mapping), name) !== undefined;
}

function schemaFor({ bound }: Context['analysis'], mapping: MappingNode): Schema {
  return variantOf(bound.schemaOf(mapping) ?? {}, mapping);
}

function addProperty(context: Context, mapping: MappingNode, name: string): Candidate | undefined {
  const { analysis } = context;
  const property = propertyOf(schemaFor(analysis, mapping), name);
  if (!property) return undefined;
  const value = textData(context.problem, 'example') ?? exampleOf(property);
  const { unit, listIndent } = styleOf(analysis.tree);
  const yaml =
    mapping.flow || typeof value !== 'object' || value === null
      ? inline(value)
      : nested(value, unit, listIndent);
  const at = pairAt(context, mapping) ?? mapping.pairs.at(-1);
  return {
    title: t('Add `{0}`', name),
    edits: [insertPair(analysis.tree, mapping, name, yaml, at)],
    // Of several values, only the author knows which.
    preferred: property.const !== undefined || property.enum?.length === 1,
  };
}

/** Whether an unknown property was probably intended as the missing one. */
function isSlip({ analysis }: Context, mapping: MappingNode, pair: Pair, key: string): boolean {
  const name = keyText(pair) ?? '';
  const isKnown = propertyOf(schemaFor(analysis, mapping), name) !== undefined;
  return !isKnown && closest(name, [key]).length > 0;
}

/** The property that the problem is on; the missing one is added after it, but commands at the end. */
function pairAt({ problem }: Context, mapping: MappingNode): Pair | undefined {
  if (problem.code === 'nothing-to-run') return undefined;
  const { start } = problem.span;
  return mapping.pairs.find(({ key, value }) => key.span.start <= start && start <= value.span.end);
}

/** The mapping that lacks the property: the one at the path in the data, else the one at the problem. */
export function mappingOf({ analysis, problem, steps }: Context): MappingNode | undefined {
  const path = textData(problem, 'mapping');
  if (path !== undefined) {
    const found = path.split('/').filter(Boolean).reduce(childOf, analysis.tree.root);
    const node = found && resolveAlias(found);
    return node?.kind === 'mapping' ? node : undefined;
  }
  const last = steps.at(-1);
  const target = last && targetOf(last);
  if (target?.kind === 'mapping' && last && !isKeyOfOuter(last, problem.span.start)) return target;
  const key = textData(problem, 'key') ?? '';
  const around = mappingsAround(steps);
  const known = around.find((one) => propertyOf(schemaFor(analysis, one), key) !== undefined);
  return known ?? around[0];
}

function isKeyOfOuter(step: Step, offset: number): boolean {
  // A problem about a property's whole mapping is on its key.
  return step.kind === 'pair' && step.pair.key.span.start !== offset;
}

function childOf(node: Context['analysis']['tree']['root'], step: string) {
  const current = node && resolveAlias(node);
  if (current?.kind === 'sequence') return current.items[Number(step)];
  if (current?.kind !== 'mapping') return undefined;
  return current.pairs.find(({ key }) => key.kind === 'scalar' && key.text === step)?.value;
}

/** A value to start with: an example of the schema, else its default or the first listed value. */
export function exampleOf(schema: Schema): JsonValue {
  const [example] = schema.examples ?? [];
  if (example !== undefined) return example;
  if (schema.default !== undefined) return schema.default;
  const listed = schema.enum?.find((value) => value !== null) ?? schema.const;
  if (listed !== undefined) return listed;
  const [type] = typesOf(schema);
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [exampleOf(schema.items ?? {})];
  if (type !== 'object') return 'value';
  const required = schema.required ?? Object.keys(schema.properties ?? {}).slice(0, 1);
  return Object.fromEntries(
    required.map((name) => [name, exampleOf(lookup(schema.properties, name) ?? {})]),
  );
}

/** A value on one line. */
export function inline(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : valueToYaml(value);
}

/** The value on separate lines, as below its key. */
function nested(value: JsonValue, unit: number, listIndent: number): string {
  const indent = ' '.repeat(Array.isArray(value) ? listIndent : unit);
  return `\n${valueToYaml(value)
    .split('\n')
    .map((line) => indent + line)
    .join('\n')}`;
}
