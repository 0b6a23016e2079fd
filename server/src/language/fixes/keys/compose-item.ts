import type { Schema } from '../../schema/schema';
import { keyText, resolveAlias, type MappingNode } from '../../yaml/node';
import { itemAsText } from '../../edit/item-text';
import type { Candidate, Context } from '../fix-provider';
import { joinedShorthand } from './short-form';
import { t } from '../../l10n/text';

/** The two halves of a shorthand `A:B`, their names in other tools, and properties that can be dropped. */
interface Form {
  readonly first: RegExp;
  readonly second: RegExp;
  readonly ignored: RegExp;
}

const FORMS: Readonly<Record<string, Form>> = {
  'mount-point': {
    first: /^(?:source|src|name|volume|host|local|from|(?:host|local)_?path|instance_path)$/i,
    second:
      /^(?:target|destination|dst|dest|container|remote|to|(?:mount|container|remote)_?path|path)$/i,
    ignored: /^type=(?:bind|volume)$/i,
  },
  'port-mapping': {
    first: /^(?:published|host|local|from|(?:host|local)_?port)$/i,
    second: /^(?:target|container|remote|to|(?:container|target|remote)_?port|port)$/i,
    ignored: /^protocol=tcp$/i,
  },
  'file-mapping': {
    first: /^(?:source|src|host|local|from|(?:host|local|source)_?path)$/i,
    second:
      /^(?:target|destination|dst|dest|container|remote|to|(?:container|remote|target)_?path|path)$/i,
    ignored: /^type=(?:bind|file)$/i,
  },
};

/** An entry of `volumes`, `ports` or `files` in the long form of Docker Compose or Kubernetes: dstack's shorthand. */
export function shortFormOf(
  { analysis: { tree } }: Context,
  mapping: MappingNode,
  { shorthand }: Schema,
): readonly Candidate[] {
  const form = shorthand && new Map(Object.entries(FORMS)).get(shorthand);
  // A single property probably has a misspelt name.
  if (!form || mapping.pairs.length < 2) return [];
  const halves: { first?: string; second?: string } = {};
  for (const pair of mapping.pairs) {
    const key = keyText(pair) ?? '';
    const value = resolveAlias(pair.value);
    if (value.kind !== 'scalar') return [];
    const half = form.first.test(key) ? 'first' : form.second.test(key) ? 'second' : undefined;
    if (half && halves[half] === undefined) halves[half] = value.text;
    else if (!form.ignored.test(`${key}=${value.text}`)) return [];
  }
  const { first, second } = halves;
  if (second === undefined) return [];
  const text = joinedShorthand(shorthand, first, second);
  if (text === undefined) return [];
  return [{ title: t('Write `{0}`', text), edits: itemAsText(tree, mapping, text), meant: true }];
}
