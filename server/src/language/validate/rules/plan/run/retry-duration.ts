import { problem, type Severity } from '../../../../problem/problem';
import type { Rule } from '../../rule';

/**
 * `retry.duration` is not negative. In a profile it is a warning: a run may have a `retry` of its own.
 * Mirrors `_validate_retry_duration` of server/services/runs/spec.py.
 */
export const retryDuration = (severity: Severity): Rule => ({
  codes: ['out-of-range'],
  check(owner, report) {
    const retry = owner.view('retry');
    const duration = retry?.number('duration');
    if (!retry || duration === undefined || duration >= 0) return;
    const message = '`duration` cannot be negative: write e.g. `1h`.';
    report(
      problem('out-of-range', retry.valueSpan('duration'), message, {
        severity,
        data: { limit: 0 },
      }),
    );
  },
});
