import { problem } from '../../../../problem';
import type { Rule } from '../../rule';

/** Seconds; `DSTACK_SERVER_METRICS_RUNNING_TTL_SECONDS` unless the server has another value. */
const LIMIT = 3600;

/**
 * The server keeps its measurements for a time, which is as far as `time_window` can look back.
 * Mirrors `validate_run_spec_and_set_defaults` of server/services/runs/spec.py.
 */
export const utilizationWindow: Rule = {
  codes: ['server-limit'],
  check(owner, report) {
    const policy = owner.view('utilization_policy');
    const window = policy?.number('time_window');
    if (!policy || window === undefined || window <= LIMIT) return;
    const message =
      '`time_window` is at most `1h`, unless the server is set up with a larger `DSTACK_SERVER_METRICS_RUNNING_TTL_SECONDS`.';
    report(
      problem('server-limit', policy.valueSpan('time_window'), message, {
        severity: 'warning',
        data: { limit: LIMIT, suggestion: '1h' },
      }),
    );
  },
};
