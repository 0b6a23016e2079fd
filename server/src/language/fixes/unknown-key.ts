import { lookup } from '../lookup';
import { propertyOf } from '../schema/variant';
import type { Schema } from '../schema/schema';
import { SYNONYMS } from '../schema/synonyms';
import { closest } from '../spelling';
import { parseShorthand } from '../shorthand';
import { findPair, resolveAlias, type MappingNode, type Pair } from '../yaml/node';
import { removePair, renameKey, textAs } from './edit';
import type { Edit } from './fix';
import { indentChildren } from './indent-children';
import { lastPair } from './locate';
import { textData, type Candidate, type Context, type Maker } from './maker';
import { moveElsewhere } from './move';
import { asShapeOf } from './shape';

/** The likeliest names first, in the shape that they need; then another place; at last without it. */
export const fixUnknownKey: Maker = (context) => {
  const place = lastPair(context.steps);
  const key = textData(context.problem, 'key');
  if (!place || key === undefined) return [];
  const { mapping, pair } = place;
  const schema = context.analysis.bound.schemaOf(mapping) ?? {};
  const names = Object.entries(schema.properties ?? {})
    .filter(
      ([name, { removed, impossible }]) => !removed && !impossible && !findPair(mapping, name),
    )
    .map(([name]) => name);
  const meant = likeliest(key, names, schema, pair);
  const renames = meant.map((name) => rename(pair, name, propertyOf(schema, name) ?? {}));
  const moves = moveElsewhere(context, mapping, pair, key);
  return [
    ...indentChildren(context),
    ...shortForm(context, mapping, pair),
    ...(isFar(key, meant[0]) ? [...moves, ...renames] : [...renames, ...moves]),
    { title: `Remove \`${key}\``, edits: [removePair(context.analysis.tree, mapping, pair)] },
  ];
};

/** Properties that people call so, then those with a similar name; of these first those that the value fits. */
function likeliest(
  key: string,
  names: readonly string[],
  schema: Schema,
  pair: Pair,
): readonly string[] {
  const word = key.toLowerCase().replace(/[-\s]/g, '_');
  const called = names.filter((name) => lookup(SYNONYMS, name)?.includes(word));
  const similar = closest(key, names);
  const fits = (name: string) =>
    Number(asShapeOf(pair, propertyOf(schema, name) ?? {}) === undefined);
  return [...new Set([...called, ...similar])].sort((a, b) => rank(a) - rank(b)).slice(0, 3);

  function rank(name: string): number {
    return called.includes(name) ? -1 : similar.indexOf(name) + 3 * fits(name);
  }
}

/** `- data: /path`, in a list of short forms that have a colon inside: without the space. */
function shortForm({ analysis }: Context, mapping: MappingNode, pair: Pair): Candidate[] {
  const { shorthand } = analysis.bound.schemaOf(mapping) ?? {};
  const value = resolveAlias(pair.value);
  if (!shorthand || mapping.pairs.length > 1 || mapping.flow) return [];
  if (pair.key.kind !== 'scalar' || value.kind !== 'scalar' || value !== pair.value) return [];
  const text = `${pair.key.text}:${value.text}`;
  if (!parseShorthand(shorthand, { type: 'str', value: text }).ok) return [];
  const newText = textAs(text, analysis.tree, { style: 'plain', flow: false });
  return [{ title: `Write \`${text}\``, edits: [{ span: mapping.span, newText }], safe: true }];
}

/** Whether a name is so different that another explanation is likelier than a slip. */
function isFar(key: string, name: string | undefined): boolean {
  return name === undefined || (key.length > 3 && Math.abs(key.length - name.length) > 3);
}

function rename(pair: Pair, name: string, schema: Schema): Candidate {
  const shape: Edit | undefined = asShapeOf(pair, schema);
  const title = `Change to \`${name}\``;
  return { title, edits: [renameKey(pair, name), shape], safe: shape === undefined };
}
