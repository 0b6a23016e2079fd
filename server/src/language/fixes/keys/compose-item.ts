import type { Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { keyText, resolveAlias, type MappingNode } from '../../yaml/node';
import { itemAsText } from '../../edit/item-text';
import type { Candidate, Context } from '../fix-provider';
import { t } from '../../l10n/text';

/** The two halves of a shorthand `A:B`, their names in other tools, and properties that can be dropped. */
interface Form {
  readonly first: RegExp;
  readonly second: RegExp;
  readonly ignored: RegExp;
}

const FORMS: Readonly<Record<string, Form>> = {
  'mount-point': {
    first: /^(?:source|src|name|volume|host_?path|instance_path)$/i,
    second: /^(?:target|destination|dst|dest|mount_?path|container_?path|path)$/i,
    ignored: /^type=(?:bind|volume)$/i,
  },
  'port-mapping': {
    first: /^(?:published|host_?port|local_?port)$/i,
    second: /^(?:target|container_?port|target_?port|port)$/i,
    ignored: /^protocol=tcp$/i,
  },
};

/** An entry of `volumes` or `ports` in the long form of Docker Compose or Kubernetes: dstack's shorthand. */
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
  const text = first === undefined ? second : `${first}:${second}`;
  if (!parseShorthand(shorthand, { type: 'str', value: text }).ok) return [];
  return [{ title: t('Write `{0}`', text), edits: itemAsText(tree, mapping, text), meant: true }];
}
