import type { Job, ProfileParams } from '../../../coerce/values';
import { problem, type Severity } from '../../../problem/problem';
import type { Rule } from '../rule';

const codes = ['out-of-range'] as const;

/**
 * The rule that `retry.duration` is not negative. Mirrors the one error of `_validate_retry_duration` of
 * server/services/runs/spec.py.
 */
const retryNotNegative = (severity: Severity): Rule<ProfileParams> => ({
  codes,
  since: '0.20.21',
  check(owner, report) {
    const retry = owner.view('retry');
    if (!retry || (retry.value('duration') ?? 0) >= 0) return;
    const message = '`duration` cannot be negative: write e.g. `1h`.';
    report(
      problem('out-of-range', retry.valueSpan('duration'), message, {
        severity,
        data: { limit: 0 },
      }),
    );
  },
});

/** For runs. */
export const retryDuration = retryNotNegative('error');

/** For profiles, where it is a warning: a run may have a `retry` of its own. */
export const retryDurationOfProfile = retryNotNegative('warning');

/**
 * `target` is finite: the plan is requested in JSON, which has no infinity. Mirrors what becomes of `ScalingSpec` of
 * core/models/configurations.py there.
 */
export const scalingTarget: Rule<Job> = {
  codes,
  check(owner, report) {
    const scaling = owner.view('scaling');
    if (scaling?.value('target') !== Infinity) return;
    report(problem('out-of-range', scaling.valueSpan('target'), '`target` must be finite.'));
  },
};
