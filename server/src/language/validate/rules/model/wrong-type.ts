import type { Resources } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { SET_TAG } from '../../../yaml/node';
import type { Rule } from '../rule';

/**
 * A `!!set` is a list to most of dstack, but not where it looks for a list itself.
 * Mirrors `GPUSpec._validate_name` and `ComputeCapability.validate` of core/models/resources.py.
 */
export const gpuLists: Rule<Resources> = {
  codes: ['wrong-type'],
  check(resources, report) {
    const gpu = resources.view('gpu');
    for (const key of ['name', 'compute_capability']) {
      if (gpu?.valueNode(key)?.tag !== SET_TAG) continue;
      const message = `\`${key}\` must be a list, not a \`!!set\`.`;
      report(problem('wrong-type', gpu.keySpan(key), message));
    }
  },
};
