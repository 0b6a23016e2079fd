import type { Span } from '../base/span';
import type { Bound } from '../coerce/bind';
import type { Mentioned } from '../live/known';
import type { Schema } from '../schema/schema';
import {
  effectivePairs,
  resolveAlias,
  textSpan,
  type MappingNode,
  type ScalarNode,
} from '../yaml/node';

/** The reference to a secret; its name is the group. */
export const SECRET = /\$\{\{\s{0,9}secrets\.(\w{1,100})/g;

/** A name of something that the server of dstack is configured with. */
interface Found {
  readonly kind: Mentioned;
  readonly name: string;
  readonly span: Span;
  /** Of a region, the backends that are chosen beside it, if any are. */
  readonly among?: readonly string[];
}

const NONE: readonly Found[] = [];

/**
 * The backend or region that a scalar names, or the secrets that it refers to.
 *
 * @param mapping the innermost mapping around the scalar
 */
export function mentionsIn(
  node: ScalarNode,
  { configured, embeds }: Schema,
  mapping: MappingNode | undefined,
  bound: Bound,
): readonly Found[] {
  const { text } = node;
  if (configured !== undefined) {
    const among = configured === 'region' && mapping ? backendsIn(mapping, bound) : [];
    const span = textSpan(node, 0, text.length);
    return [{ kind: configured, name: text, span, ...(among.length > 0 && { among }) }];
  }
  if (!embeds?.includes('secrets') || !text.includes('${{')) return NONE;
  return [...text.matchAll(SECRET)].map(({ 0: all, 1: name = '', index }) => {
    const end = index + all.length;
    return { kind: 'secret', name, span: textSpan(node, end - name.length, end) };
  });
}

/** Maximum number of backends that are looked at beside a region: dstack has half as many. */
const MOST_BACKENDS = 50;

/** The backends that a mapping chooses: each of thousands of regions in it may ask for them. */
const BACKENDS = new WeakMap<MappingNode, readonly string[]>();

function backendsIn(mapping: MappingNode, bound: Bound): readonly string[] {
  const backends = BACKENDS.get(mapping) ?? findBackends(mapping, bound).slice(0, MOST_BACKENDS);
  BACKENDS.set(mapping, backends);
  return backends;
}

function findBackends(mapping: MappingNode, bound: Bound): readonly string[] {
  return effectivePairs(mapping).flatMap((pair) => {
    const { configured, items } = bound.propertyOf(pair) ?? {};
    if ((configured ?? items?.configured) !== 'backend') return [];
    const value = resolveAlias(pair.value);
    const names = value.kind === 'sequence' ? value.items.map(resolveAlias) : [value];
    return names.flatMap((one) => (one.kind === 'scalar' && one.text !== '' ? one.text : []));
  });
}
