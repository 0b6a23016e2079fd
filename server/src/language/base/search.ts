/**
 * The index of the last of `count` items for which `holds` is true, by binary search: `holds` must be true for the
 * first items up to some point, and false from there on. -1 if it is true for none.
 */
export function lastIndexWhere(count: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = count;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The index of the last number that is at most `value`, in numbers that rise; -1 if none is. Nothing is made for a look. */
export function lastAtMost(rising: readonly number[], value: number): number {
  let low = -1;
  let high = rising.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? Infinity) <= value) low = middle;
    else high = middle;
  }
  return low;
}
