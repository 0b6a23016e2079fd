import type { Analysis } from '../analysis';
import { lookup } from '../base/lookup';
import type { Problem } from '../problem/problem';
import { propertyOf } from '../schema/variant';
import type { Schema } from '../schema/schema';
import { isCalled } from '../schema/synonyms';
import {
  findPair,
  isEmptyScalar,
  keyText,
  resolveAlias,
  type MappingNode,
  type Pair,
} from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { insertPair, removePair } from '../edit/rewrite';
import { holds, stepsTo } from '../edit/locate';
import type { Candidate, Context } from './maker';
import { joinTouching, blockText, flowText, withoutPair } from '../edit/moved';
import { styleOf } from '../edit/layout';

/**
 * The places where a property belongs that stands in the wrong one: a mapping around it, or one beside it. What is wrong in
 * its value shows there.
 */
export function moveElsewhere(
  context: Context,
  mapping: MappingNode,
  pair: Pair,
  key: string,
): readonly Candidate[] {
  // A name without a value has nothing that could be moved.
  if (isEmptyScalar(pair.value)) return [];
  return [...outwards(context, mapping, pair, key), ...inwards(context, mapping, pair, key)];
}

/** `spot_policy` in `resources`: to the mapping that holds it. */
function outwards(
  { analysis, steps }: Context,
  mapping: MappingNode,
  pair: Pair,
  key: string,
): Candidate[] {
  const { tree, bound } = analysis;
  for (const step of [...steps].reverse()) {
    if (step.kind !== 'pair' || step.mapping === mapping) continue;
    const schema = bound.schemaOf(step.mapping);
    if (!isFree(step.mapping, schema, key)) continue;
    const name = keyText(step.pair) ?? '';
    const removed = removePair(tree, mapping, pair);
    const inserted = insertPair(tree, step.mapping, key, blockText(tree, pair), step.pair);
    const title = `Move \`${key}\` out of \`${name}\``;
    return [{ title, edits: joinTouching([removed, inserted]), reveals: isInside(key) }];
  }
  return [];
}

/** `gpu` at the root: into `resources`, which is there or is made. */
function inwards(
  { analysis }: Context,
  mapping: MappingNode,
  pair: Pair,
  key: string,
): Candidate[] {
  const { tree, bound } = analysis;
  const schema = bound.schemaOf(mapping);
  const properties = Object.entries(schema?.properties ?? {});
  // What is there already is likelier than what would have to be made.
  properties.sort(([a], [b]) => Number(!findPair(mapping, a)) - Number(!findPair(mapping, b)));
  const candidates: Candidate[] = [];
  for (const [owner, inner] of properties) {
    const name = nameIn(inner, key);
    if (name === undefined) continue;
    const edits = intoOwner(tree, mapping, pair, { owner, inner, name });
    const as = name === key ? '' : ` as \`${name}\``;
    const title = `Move \`${key}\` into \`${owner}\`${as}`;
    if (edits) candidates.push({ title, edits, meant: true, reveals: isInside(name) });
  }
  return candidates;
}

/**
 * Whether a problem is about what stands in the value of a property with this name. A value of a type that the property
 * does not have tells that another property was meant.
 */
function isInside(name: string): (problem: Problem, after: Analysis) => boolean {
  return ({ code, span }, { tree }) =>
    stepsTo(tree.root, span).some((step) => {
      if (step.kind !== 'pair' || keyText(step.pair) !== name) return false;
      const { span: value } = step.pair.value;
      const isAll = value.start === span.start && value.end === span.end;
      return holds(value, span) && !(isAll && code === 'wrong-type');
    });
}

/** The property that a name stands for in an inner mapping: itself, or in `resources` what people call so. */
function nameIn({ properties }: Schema, key: string): string | undefined {
  if (!properties) return undefined;
  if (Object.hasOwn(properties, key)) return lookup(properties, key)?.removed ? undefined : key;
  if (!('shm_size' in properties)) return undefined;
  return Object.keys(properties).find((name) => isCalled(name, key));
}

function intoOwner(
  tree: Tree,
  mapping: MappingNode,
  pair: Pair,
  { owner, inner, name }: { owner: string; inner: Schema; name: string },
): Candidate['edits'] | undefined {
  const holder = findPair(mapping, owner);
  const target = holder && resolveAlias(holder.value);
  const removed = removePair(tree, mapping, pair);
  const apartFromComment = withoutPair(tree, mapping, pair) ?? removed;
  if (holder && target && !isEmptyScalar(target)) {
    if (target.kind !== 'mapping' || !isFree(target, inner, name)) return undefined;
    const text = target.flow ? flowText(tree, pair) : blockText(tree, pair);
    return text === undefined
      ? undefined
      : joinTouching([
          target.flow ? apartFromComment : removed,
          insertPair(tree, target, name, text),
        ]);
  }
  if (holder) return undefined;
  const text = mapping.flow ? flowText(tree, pair) : blockText(tree, pair);
  if (text === undefined) return undefined;
  const { unit, eol } = styleOf(tree);
  const indent = `\n${' '.repeat(unit)}`;
  const value = mapping.flow
    ? `{${name}: ${text}}`
    : `${indent}${name}:${text.startsWith('\n') ? '' : ' '}${text.split('\n').join(indent)}`;
  const inserted = insertPair(tree, mapping, owner, value, pair);
  const newText = inserted.newText.replaceAll('\n', eol).replaceAll('\r\r', '\r');
  return joinTouching([removed, { ...inserted, newText }]);
}

function isFree(mapping: MappingNode, schema: Schema | undefined, key: string): boolean {
  const property = schema?.properties && propertyOf(schema, key);
  return (
    property !== undefined && !property.removed && !property.impossible && !findPair(mapping, key)
  );
}
