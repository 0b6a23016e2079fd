import { problem } from '../../../../problem/problem';
import type { RangeValue } from '../../../../shorthand/range';
import type { Rule } from '../../rule';

/** What the sizes in a `resources` mapping are in dstack's terms. */
interface Sizes {
  readonly memory?: RangeValue | null;
  readonly disk?: { readonly size: RangeValue | null } | null;
  readonly gpu?: {
    readonly memory?: RangeValue | null;
    readonly total_memory?: RangeValue | null;
  } | null;
}

/**
 * A size is finite. The models take `inf`, but on the way to the server, as JSON, it becomes an open end, and a range
 * with two of them is none. Mirrors `Range._post_validate` of core/models/resources.py on the server.
 */
export const finiteSizes: Rule = {
  codes: ['range'],
  check(resources, report) {
    for (const key of ['memory', 'disk', 'gpu'] as const) {
      if (!rangesOf(key, resources.value(key)).some(isEndless)) continue;
      const message = 'dstack takes no endless size here: give one of the ends, e.g. `24GB..`.';
      report(problem('range', resources.valueSpan(key), message));
    }
  },
};

function rangesOf(key: keyof Sizes, value: unknown): readonly (RangeValue | null | undefined)[] {
  const { memory, disk, gpu } = { [key]: value } as Sizes;
  return [memory, disk?.size, gpu?.memory, gpu?.total_memory];
}

function isEndless(range: RangeValue | null | undefined): boolean {
  return range != null && !Number.isFinite(range.min) && !Number.isFinite(range.max);
}
