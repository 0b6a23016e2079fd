import { quote } from '../../../shorthand/piece';
import { reportRepeated } from '../repeated';
import type { Rule } from '../rule';

/**
 * Each rate limit is for a path prefix of its own, `/` unless it says otherwise.
 * Mirrors `ServiceConfigurationParams.validate_rate_limits` of core/models/configurations.py.
 */
export const uniquePrefixes: Rule = {
  codes: ['duplicate-entry'],
  check(service, report) {
    const limits = service.views('rate_limits').filter((limit) => !limit.isUnsure('prefix'));
    const entries = limits.map((limit) => ({
      id: limit.text('prefix') ?? '/',
      span: limit.has('prefix') ? limit.valueSpan('prefix') : limit.headSpan(),
    }));
    const message = (prefix: string) =>
      `The prefix ${quote(prefix)} is used more than once: each rate limit should have a unique path prefix.`;
    reportRepeated(entries, message, report);
  },
};
