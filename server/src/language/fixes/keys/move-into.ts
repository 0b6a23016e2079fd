import type { Analysis } from '../../analysis';
import type { Problem } from '../../problem/problem';
import { span } from '../../base/span';
import { propertyOf } from '../../schema/variant';
import type { Schema } from '../../schema/schema';
import {
  findPair,
  isEmptyScalar,
  keyText,
  resolveAlias,
  type MappingNode,
  type Node,
  type Pair,
} from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { columnOf, insertPair, removeLinesOf, removePair } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import { pairSpan } from '../../edit/item-text';
import { holds, stepsTo } from '../../edit/locate';
import type { Candidate } from '../fix-provider';
import { isInside } from './inside';
import { joinTouching, movedText, removePairKeepingComment } from '../../edit/moved';
import { placesFor, type Owner, type Place } from './places';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/** Maximum nesting depth of the mappings that are searched. */
const DEEPEST = 3;

/** Maximum size of a mapping whose properties are compared with each other. */
const MOST_PAIRS = 100;

/** A property that is in the wrong mapping. */
interface Misplaced {
  readonly tree: Tree;
  readonly mapping: MappingNode;
  readonly pair: Pair;
}

/**
 * `gpu` at the root: into `resources`, which exists or is added. If none of the mapping's properties accepts it, into
 * the only mapping of the file that does. Other properties that this mapping requires are then reported.
 */
export function moveInto(
  { tree, bound }: Analysis,
  mapping: MappingNode,
  pair: Pair,
  key: string,
): readonly Candidate[] {
  const misplaced = { tree, mapping, pair };
  // An existing mapping is more likely than one that must be added.
  const isNew = ({ owners: [owner] }: Place) => Number(!owner || !findPair(mapping, owner.name));
  const isPlain = ({ owners }: Place) => owners.every(({ isList }) => !isList);
  const near = placesFor(key, bound.schemaOf(mapping), 1)
    .filter(isPlain)
    .sort((a, b) => isNew(a) - isNew(b));
  if (near.length > 0) {
    const possible = near.filter((place) => moveTo(misplaced, mapping, place).length > 0);
    const [first, second] = possible;
    const isFirst = !first || !second || isNew(first) < isNew(second);
    const isOnly = isFirst && !(first && isContested(misplaced, bound.schemaOf(mapping), first));
    return possible.flatMap((place) =>
      moveTo(misplaced, mapping, place).map((one) => (isOnly ? one : { ...one, preferred: false })),
    );
  }
  const root = tree.root && resolveAlias(tree.root);
  if (root?.kind !== 'mapping') return [];
  const places = placesFor(key, bound.schemaOf(root), DEEPEST);
  // Items of lists have many properties of the file itself.
  const [only, ...others] = places.some(isPlain) ? places.filter(isPlain) : places;
  if (!only || others.length > 0) return [];
  // A place that is far away is meant only if it accepts the value.
  const owner = only.owners.at(-1)?.name ?? '';
  return moveTo(misplaced, root, only).map((one) =>
    root === mapping
      ? one
      : { ...one, reveals: (problem, after) => isMissingIn(owner, problem, after) },
  );
}

/** Whether another unknown property of the mapping belongs in the same place. */
function isContested(
  { mapping, pair }: Misplaced,
  schema: Schema | undefined,
  { owners: [owner], name }: Place,
): boolean {
  if (mapping.pairs.length > MOST_PAIRS) return false;
  return mapping.pairs.some((other) => {
    const key = keyText(other);
    if (other === pair || key === undefined || propertyOf(schema ?? {}, key)) return false;
    return placesFor(key, schema, 1).some(
      (place) => place.owners[0]?.name === owner?.name && place.name === name,
    );
  });
}

function moveTo(misplaced: Misplaced, base: MappingNode, place: Place): readonly Candidate[] {
  const { pair } = misplaced;
  const way = walk(base, place.owners);
  const inserted = way && insertion(misplaced, way, place.name);
  if (!inserted) return [];
  const key = keyText(pair) ?? '';
  const owner = place.owners.at(-1)?.name ?? '';
  const isOfValue = isInside(place.name);
  return [
    {
      title:
        place.name === key
          ? t('Move `{0}` into `{1}`', key, owner)
          : t('Move `{0}` into `{1}` as `{2}`', key, owner, place.name),
      edits: joinTouching([removal(misplaced, way), inserted]),
      meant: true,
      reveals: (problem, after) => isOfValue(problem, after) || isMissingIn(owner, problem, after),
    },
  ];
}

function removal({ tree, mapping, pair }: Misplaced, { target }: Way): Edit | undefined {
  // The mapping would be removed with its only property.
  if (target === mapping && mapping.pairs.length === 1 && !mapping.flow)
    return removeLinesOf(tree, pair);
  // In brackets a comment could not follow.
  const remove = target.flow && !mapping.flow ? removePairKeepingComment : removePair;
  return remove(tree, mapping, pair);
}

/** Whether a problem is about another property that is required where one was moved to. */
function isMissingIn(owner: string, { code, span: at }: Problem, { tree }: Analysis): boolean {
  const isOwner = (name: string | undefined) => name === owner;
  return (
    code === 'missing-key' &&
    stepsTo(tree.root, at).some((step) => step.kind === 'pair' && isOwner(keyText(step.pair)))
  );
}

/** The existing part of the path to a place. */
interface Way {
  /** The last existing mapping. */
  readonly target: MappingNode;
  /** The properties to add below it, */
  readonly missing: readonly Owner[];
  /** of which the first may exist without a value. */
  readonly holder: Pair | undefined;
}

function walk(base: MappingNode, owners: readonly Owner[]): Way | undefined {
  let target = base;
  for (const [index, { name, isList }] of owners.entries()) {
    const holder = findPair(target, name);
    if (!holder || isEmptyScalar(holder.value))
      return { target, missing: owners.slice(index), holder };
    const inner = mappingIn(resolveAlias(holder.value), isList);
    if (!inner) return undefined;
    target = inner;
  }
  return { target, missing: [], holder: undefined };
}

/** A mapping, or the only one of a list. */
function mappingIn(node: Node, isList: boolean): MappingNode | undefined {
  const [first, ...others] = isList && node.kind === 'sequence' ? node.items : [node];
  return first?.kind === 'mapping' && others.length === 0 ? first : undefined;
}

function insertion(
  { tree, mapping, pair }: Misplaced,
  { target, missing, holder }: Way,
  name: string,
): Edit | undefined {
  const text = movedText(tree, mapping, target, pair);
  const [first] = missing;
  if (text === undefined || (!first && findPair(target, name))) return undefined;
  if (!first) return insertPair(tree, target, name, text);
  const value = nested(tree, missing, name, text, target.flow);
  if (holder) return target.flow ? undefined : below(tree, holder, value);
  // It is added after the property that it was in.
  const after = target.pairs.find((one) => holds(pairSpan(one), pair.key.span));
  const inserted = insertPair(tree, target, first.name, value, after);
  const newText = inserted.newText.replaceAll('\n', styleOf(tree).eol).replaceAll('\r\r', '\r');
  return { ...inserted, newText };
}

/** The value of the first of some properties to add, of which the last contains the moved property. */
function nested(
  tree: Tree,
  [first, ...rest]: readonly Owner[],
  name: string,
  text: string,
  flow: boolean,
): string {
  if (!first) return text;
  const inner = nested(tree, rest, name, text, flow);
  const key = rest[0]?.name ?? name;
  if (flow) return first.isList ? `[{${key}: ${inner}}]` : `{${key}: ${inner}}`;
  const { unit, listIndent } = styleOf(tree);
  const indent = ' '.repeat(first.isList ? listIndent : unit);
  const lines = `${key}:${inner.startsWith('\n') ? '' : ' '}${inner}`.split('\n');
  const [head, next] = first.isList ? ['- ', '  '] : ['', ''];
  return lines.map((line, index) => `\n${indent}${index === 0 ? head : next}${line}`).join('');
}

/** Lines below a property that has no value yet. */
function below(tree: Tree, holder: Pair, lines: string): Edit {
  const end = tree.lines.end(tree.lines.position(holder.key.span.end).line);
  const indent = ' '.repeat(columnOf(tree, holder.key.span.start));
  const newText = lines.replaceAll('\n', `${styleOf(tree).eol}${indent}`);
  return { span: span(end, end), newText };
}
