import { lookup } from '../lookup';
import { propertyOf } from '../schema/variant';
import type { Schema } from '../schema/schema';
import { findPair, keyText, resolveAlias, type MappingNode, type Pair } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { insertPair, removePair } from './edit';
import type { Candidate, Context } from './maker';
import { styleOf } from './style';

/** The places where a property belongs that stands in the wrong one: a mapping around it, or one beside it. */
export function moveElsewhere(
  context: Context,
  mapping: MappingNode,
  pair: Pair,
  key: string,
): readonly Candidate[] {
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
    return [{ title: `Move \`${key}\` out of \`${name}\``, edits: merged(removed, inserted) }];
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
  for (const [name, inner] of properties) {
    if (!inner.properties || !propertyOf(inner, key) || lookup(inner.properties, key)?.removed)
      continue;
    const owner = findPair(mapping, name);
    const target = owner && resolveAlias(owner.value);
    const title = `Move \`${key}\` into \`${name}\``;
    const removed = removePair(tree, mapping, pair);
    if (!owner) {
      const { unit, eol } = styleOf(tree);
      const text = blockText(tree, pair)
        .split('\n')
        .join(`\n${' '.repeat(unit)}`);
      const value = mapping.flow ? `{${key}: ${text}}` : `\n${' '.repeat(unit)}${key}: ${text}`;
      const inserted = insertPair(tree, mapping, name, value, pair);
      candidates.push({
        title,
        edits: merged(removed, {
          ...inserted,
          newText: inserted.newText.replaceAll('\n', eol).replaceAll('\r\r', '\r'),
        }),
      });
      continue;
    }
    if (target?.kind !== 'mapping' || !isFree(target, inner, key)) continue;
    const inserted = insertPair(tree, target, key, blockText(tree, pair));
    candidates.push({ title, edits: merged(removed, inserted) });
  }
  return candidates;
}

function isFree(mapping: MappingNode, schema: Schema | undefined, key: string): boolean {
  const property = schema?.properties && propertyOf(schema, key);
  return (
    property !== undefined && !property.removed && !property.impossible && !findPair(mapping, key)
  );
}

/** The source of a value from its first character on, its lines indented by what they stand to the right of the key. */
function blockText({ text, lines }: Tree, { key, value, colon }: Pair): string {
  const column = lines.position(key.span.start).character;
  const source = text
    .slice((colon ?? key.span.end) + 1, value.span.end)
    .replace(/^[ \t]*/, '')
    .trimEnd();
  return source
    .split(/\r?\n/)
    .map((line, index) =>
      index === 0 ? line : line.slice(Math.min(column, /^ */.exec(line)?.[0].length ?? 0)),
    )
    .join('\n');
}

/** Two edits, in one where they touch. */
function merged(
  removed: Candidate['edits'][number],
  inserted: Candidate['edits'][number],
): Candidate['edits'] {
  if (!removed || !inserted) return [undefined];
  if (inserted.span.start === removed.span.end)
    return [{ span: removed.span, newText: removed.newText + inserted.newText }];
  if (inserted.span.start === removed.span.start)
    return [{ span: removed.span, newText: inserted.newText + removed.newText }];
  return [removed, inserted];
}
