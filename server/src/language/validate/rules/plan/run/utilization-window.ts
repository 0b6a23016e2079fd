import type { Rule } from '../../rule';
import { serverLimit } from '../server-limit';

/** In seconds. */
const LONGEST = { limit: 3600, variable: 'DSTACK_SERVER_METRICS_RUNNING_TTL_SECONDS' };

/**
 * The server keeps its measurements for a time, which is as far as `time_window` can look back.
 * Mirrors `validate_run_spec_and_set_defaults` of server/services/runs/spec.py.
 */
export const utilizationWindow: Rule = {
  codes: ['server-limit'],
  check(owner, report) {
    const policy = owner.view('utilization_policy');
    const window = policy?.number('time_window');
    if (!policy || window === undefined || window <= LONGEST.limit) return;
    const at = policy.valueSpan('time_window');
    report(serverLimit(LONGEST, at, '`time_window` is at most `1h`', { suggestion: '1h' }));
  },
};
