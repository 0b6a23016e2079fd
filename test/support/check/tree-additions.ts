import { resolveAlias, type Node } from '../../../server/src/language/yaml/node';

/**
 * How many things `after` has that `before` lacks: properties, items, and values where there was none. Undefined if the
 * two differ by more than additions.
 */
export function additions(before: Node | undefined, after: Node | undefined): number | undefined {
  if (!before) return after ? 1 : 0;
  if (!after) return undefined;
  const [old, fresh] = [resolveAlias(before), resolveAlias(after)];
  if (isNothing(old)) return isNothing(fresh) ? 0 : 1;
  if (old.kind === 'scalar')
    return fresh.kind === 'scalar' && fresh.text === old.text && fresh.style === old.style
      ? 0
      : undefined;
  if (old.kind === 'sequence' && fresh.kind === 'sequence')
    return inOrder(old.items, fresh.items, additions);
  if (old.kind === 'mapping' && fresh.kind === 'mapping')
    return inOrder(old.pairs, fresh.pairs, (one, other) => {
      if (additions(one.key, other.key) !== 0) return undefined;
      return additions(one.value, other.value);
    });
  return undefined;
}

function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}

/** All items of `before` occur in `after` in the same order; items in between count as added. */
function inOrder<T>(
  before: readonly T[],
  after: readonly T[],
  compare: (one: T, other: T) => number | undefined,
): number | undefined {
  let added = 0;
  let next = 0;
  for (const one of after) {
    const expected = before[next];
    const within = expected === undefined ? undefined : compare(expected, one);
    if (within === undefined) added++;
    else {
      added += within;
      next++;
    }
  }
  return next === before.length ? added : undefined;
}

/** Values that are null, written or omitted. */
export function countNulls(node: Node | undefined): number {
  if (!node) return 0;
  if (node.kind === 'scalar') return node.value.type === 'null' ? 1 : 0;
  if (node.kind === 'sequence') return node.items.reduce((sum, item) => sum + countNulls(item), 0);
  if (node.kind !== 'mapping') return 0;
  return node.pairs.reduce((sum, { value }) => sum + countNulls(value), 0);
}
