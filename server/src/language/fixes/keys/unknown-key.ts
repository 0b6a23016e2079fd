import type { Analysis } from '../../analysis';
import type { Problem } from '../../problem/problem';
import { propertyOf } from '../../schema/variant';
import { allowsType, type Schema } from '../../schema/schema';
import { isCalled } from '../../schema/synonyms';
import { closest } from '../../base/spelling';
import {
  isEmptyScalar,
  keyText,
  writtenPair,
  type MappingNode,
  type Node,
  type Pair,
} from '../../yaml/node';
import { blockAsItem } from '../../edit/block-item';
import { shortFormOf } from './compose-item';
import { renameKey, textAs } from '../../edit/rewrite';
import { commandOf } from '../values/exec-form';
import { asList } from '../values/mapping-for-list';
import type { Edit } from '../../edit/edit';
import { indentChildren } from './indent-children';
import { fromKubernetes } from './kubernetes-resources';
import { hasComment, holds, lastPair, stepsTo } from '../../edit/locate';
import { textData, UNSURE, type Candidate, type Context, type FixProvider } from '../fix-provider';
import { colonInKey, separatorInKey } from './missing-space';
import { moveElsewhere } from './move';
import { asItemBeside } from './forgotten-dash';
import { joinRangeEnds, rangeEndIn } from './range-ends';
import { rivalsFor, unlessContested } from './rivals';
import { shortForm } from './short-form';
import { spotFlag } from './spot-flag';
import { removal } from './removal';
import { asShapeOf } from './shape';
import { t } from '../../l10n/text';

/** Maximum depth in a schema for the search of a name. */
const DEEPEST = 6;

/** The most likely names first, in the required shape; then another place; last, its removal. */
export const fixUnknownKey: FixProvider = (context) => {
  const place = lastPair(context.steps);
  const key = textData(context.problem, 'key');
  if (!place || key === undefined) return [];
  const { mapping, pair } = place;
  const schema = context.analysis.bound.schemaOf(mapping) ?? {};
  const names = Object.entries(schema.properties ?? {})
    .filter(
      ([name, { removed, impossible }]) => !removed && !impossible && !writtenPair(mapping, name),
    )
    .map(([name]) => name);
  const meant = likeliest(key, names, schema, pair);
  const isOnly = meant.length === 1;
  const renames = meant.flatMap((name) => {
    const rivals = rivalsFor(context, mapping, pair, schema, name);
    // One end of a range would become all of it.
    const isPart = rangeEndIn(key) !== undefined && rangeEndIn(name) === undefined;
    const flag = name === 'spot_policy' ? spotFlag(pair) : undefined;
    return (flag ? [flag] : rename(context, pair, name, propertyOf(schema, name) ?? {}, isOnly))
      .map((one) => unlessContested(one, rivals))
      .map((one) => (isPart ? { ...one, ...UNSURE } : one));
  });
  const indented = indentChildren(context);
  const moves = indented.length > 0 ? [] : moveElsewhere(context, mapping, pair, key);
  return [
    ...asItems(context, mapping),
    ...separatorInKey(pair, schema),
    ...colonInKey(pair, schema),
    ...asItemBeside(context, mapping, pair),
    ...indented,
    ...shortForm(context, mapping, pair),
    ...shortFormOf(context, mapping, schema),
    ...fromKubernetes(context, mapping, pair),
    ...joinRangeEnds(context, mapping, pair, schema),
    ...(isFar(key, meant[0]) && !isCalled(meant[0] ?? '', key)
      ? [...moves, ...renames]
      : [...renames, ...moves]),
    {
      ...removal(context.analysis.tree, mapping, pair),
      // A property that dstack knows in another place is probably misplaced, not superfluous.
      preferred: !isKnownIn(context.analysis.bound.root, key),
    },
  ];
};

/** Properties of an item, or items by their names, in a property that can be a list as well as a mapping. */
function asItems(context: Context, mapping: MappingNode): readonly Candidate[] {
  const outer = context.steps.find((step) => step.kind === 'pair' && step.pair.value === mapping);
  const schema = outer?.kind === 'pair' && context.analysis.bound.propertyOf(outer.pair);
  const items = schema && allowsType(schema, 'array') ? schema.items : undefined;
  if (!schema || !items?.properties) return [];
  const nameOf = (pair: Pair) => (keyText(pair) ?? '').replace(/^-/, '');
  const known = mapping.pairs.filter((pair) => propertyOf(items, nameOf(pair)));
  if (known.length > 0 && known.length < mapping.pairs.length) return [];
  return [asList(context, mapping, schema) ?? []].flat();
}

/** The names of all properties of a schema, which take longer to collect than to check a file. */
const NAMES = new WeakMap<Schema, ReadonlySet<string>>();

/** Whether a schema has a property of this name at any depth. */
function isKnownIn(schema: Schema | undefined, key: string): boolean {
  if (!schema) return false;
  const names = NAMES.get(schema) ?? new Set(namesIn(schema));
  NAMES.set(schema, names);
  return names.has(key);
}

function namesIn({ properties = {}, items, oneOf = [] }: Schema, depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  const inner = [...Object.values(properties), items ?? [], oneOf].flat();
  return [...Object.keys(properties), ...inner.flatMap((one) => namesIn(one, depth + 1))];
}

/** Properties that users call so, then those with a similar name, first those that the value matches. */
function likeliest(
  key: string,
  names: readonly string[],
  schema: Schema,
  pair: Pair,
): readonly string[] {
  const called = names.filter((name) => isCalled(name, key));
  const similar = closest(key, names);
  const fits = (name: string) =>
    Number(asShapeOf(pair, propertyOf(schema, name) ?? {}) === undefined);
  return [...new Set([...called, ...similar])].sort((a, b) => rank(a) - rank(b)).slice(0, 3);

  function rank(name: string): number {
    return called.includes(name) ? -1 : similar.indexOf(name) + 3 * fits(name);
  }
}

/** Whether a name is so different that a spelling mistake is not the most likely cause. */
function isFar(key: string, name: string | undefined): boolean {
  return name === undefined || (key.length > 3 && Math.abs(key.length - name.length) > 3);
}

/**
 * Another name, with the value in the required shape. Mistakes inside the value are then reported; the value itself may
 * be wrong if no other name is likely.
 */
function rename(
  context: Context,
  pair: Pair,
  name: string,
  schema: Schema,
  isOnly: boolean,
): readonly Candidate[] {
  const { tree } = context.analysis;
  const title = t('Change to `{0}`', name);
  const renamed = renameKey(pair, name);
  // A name that dstack knows in another place is not a spelling mistake, so a wrong value here counts against this
  // candidate.
  const isSlip = !isKnownIn(context.analysis.bound.root, keyText(pair) ?? '');
  const reveals = (found: Problem, after: Analysis) =>
    (isSlip || isEmptyScalar(pair.value)) && isInside(found, after, pair.key.span.start, isOnly);
  const one = (shape: readonly Edit[]): Candidate => ({
    title,
    edits: [renamed, ...shape],
    reveals,
    ...(shape.length > 0 ? { safe: false } : {}),
  });
  const { value } = pair;
  const isScript = allowsType(schema, 'array') && !schema.items?.shorthand;
  const command = isScript && value.kind === 'sequence' ? commandOf(value) : undefined;
  if (command !== undefined && value.kind === 'sequence') {
    const text = textAs(command, tree, { style: 'plain', flow: value.flow });
    const newText = value.flow ? `[${text}]` : `- ${text}`;
    const joined = {
      ...one([{ span: value.span, newText }]),
      title: t('Change to `{0}` with one command', name),
      meant: true,
    };
    const several = { ...one([]), preferred: false };
    return hasComment(tree, value.span) ? [several] : [joined, several];
  }
  if (value.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded')) {
    const shapes = allowsType(schema, 'array') ? blockAsItem(tree, pair) : [];
    return shapes ? [one(shapes)] : [];
  }
  const shape = asShapeOf(pair, schema);
  return [one(shape ? [shape] : [])];
}

/** Whether a problem is in the value of the property at an offset, or about its type if that is allowed. */
function isInside(
  { span: at, code }: Problem,
  { tree }: Analysis,
  offset: number,
  mayBeType: boolean,
): boolean {
  const pair = lastPair(stepsTo(tree.root, { start: offset, end: offset }))?.pair;
  if (!pair) return false;
  const { key, value } = pair;
  if (isEmptyScalar(value)) return ['empty-value', 'missing-key'].includes(code);
  const isOf = (node: Node) => at.start === node.span.start && at.end === node.span.end;
  if (code === 'wrong-type' && (isOf(key) || isOf(value))) return mayBeType;
  return holds(value.span, at);
}
