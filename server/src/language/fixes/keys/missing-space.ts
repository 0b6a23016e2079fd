import { lookup } from '../../base/lookup';
import { allowsType, type Schema } from '../../schema/schema';
import { propertyOf } from '../../schema/variant';
import { span } from '../../base/span';
import { isEmptyScalar, type Pair, type ScalarNode } from '../../yaml/node';
import type { Candidate, Context } from '../fix-provider';
import { t } from '../../l10n/text';

const TITLE = t('Add a space after the colon');

/** `{name foo}`, which YAML reads as a name with a space in it. */
export function colonInKey({ key, colon }: Pair, schema: Schema): readonly Candidate[] {
  if (colon !== undefined || key.kind !== 'scalar' || key.style !== 'plain') return [];
  const [name = ''] = /^[\w-]+(?= \S)/.exec(key.text) ?? [];
  if (!lookup(schema.properties, name) || key.textStart === undefined) return [];
  const at = key.textStart + name.length;
  return [{ title: t('Add the colon'), edits: [{ span: span(at, at), newText: ':' }] }];
}

/**
 * `{gpu:A100}` and `{gpu=A100}`, which YAML reads as names without a value: the space, or a colon instead of the `=`, if the
 * mapping has the name.
 */
export function separatorInKey(pair: Pair, schema: Schema): readonly Candidate[] {
  const { key } = pair;
  if (key.kind !== 'scalar' || key.style !== 'plain' || !isEmptyScalar(pair.value)) return [];
  const { text, textStart } = key;
  if (textStart === undefined) return [];
  const name = nameIn(text, schema);
  if (name !== undefined) {
    const at = textStart + name.length + 1;
    return [{ title: TITLE, edits: [{ span: span(at, at), newText: ' ' }] }];
  }
  const [sign = '', meant = ''] = /^([A-Za-z_][\w-]*) ?= ?(?=\S)/.exec(text) ?? [];
  if (meant === '' || !propertyOf(schema, meant)) return [];
  const at = span(textStart + meant.length, textStart + sign.length);
  return [{ title: t('Change `=` to a colon'), edits: [{ span: at, newText: ': ' }] }];
}

/** `gpu:A100` on separate lines, which YAML reads as one text, in the place of properties. */
export function spaceInText(
  { analysis: { tree } }: Context,
  node: ScalarNode,
  schema: Schema,
): readonly Candidate[] {
  if (node.style !== 'plain' || !allowsType(schema, 'object')) return [];
  const { start, end } = node.span;
  const edits = [];
  let at = start;
  for (const line of tree.text.slice(start, end).split('\n')) {
    const text = line.trim();
    const name = nameIn(text, schema);
    if (name === undefined) return [];
    const colon = at + line.indexOf(text) + name.length + 1;
    edits.push({ span: span(colon, colon), newText: ' ' });
    at += line.length + 1;
  }
  const title = edits.length > 1 ? t('Add the spaces after the colons') : TITLE;
  return [{ title, edits }];
}

/** The name before a colon without a space after it, if the mapping has such a property. */
export function nameIn(text: string, schema: Schema): string | undefined {
  const [, name] = /^([A-Za-z_][\w-]*):(?=[^\s/])/.exec(text) ?? [];
  return name !== undefined && propertyOf(schema, name) ? name : undefined;
}
