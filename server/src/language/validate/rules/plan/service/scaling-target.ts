import { problem } from '../../../../problem/problem';
import type { Rule } from '../../rule';

/**
 * `target` is finite: the plan is asked for in JSON, which knows no infinity. Mirrors what
 * becomes of `ScalingSpec` of core/models/configurations.py there.
 */
export const scalingTarget: Rule = {
  codes: ['out-of-range'],
  check(owner, report) {
    const scaling = owner.view('scaling');
    if (scaling?.number('target') !== Infinity) return;
    report(problem('out-of-range', scaling.valueSpan('target'), '`target` must be finite.'));
  },
};
