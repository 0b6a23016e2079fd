import type { Range, Resources } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/**
 * A size is finite. The models accept `inf`, but on the way to the server, as JSON, it becomes an open end, and a range
 * with two open ends is invalid. Mirrors `Range._post_validate` of core/models/resources.py on the server.
 */
export const finiteSizes: Rule<Resources> = {
  codes: ['range'],
  since: '0.21.0',
  check(resources, report) {
    const gpu = resources.value('gpu');
    const sizes = {
      memory: [resources.value('memory')],
      disk: [resources.value('disk')?.size],
      gpu: [gpu?.memory, gpu?.total_memory],
    };
    for (const [key, ranges] of Object.entries(sizes)) {
      if (!ranges.some(isEndless)) continue;
      const message = 'The size must be finite: set a minimum or a maximum, e.g. `24GB..`.';
      report(problem('range', resources.valueSpan(key), message));
    }
  },
};

function isEndless(range: Range | null | undefined): boolean {
  return range != null && !Number.isFinite(range.min) && !Number.isFinite(range.max);
}
