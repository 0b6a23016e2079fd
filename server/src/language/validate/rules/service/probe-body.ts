import { conflict } from '../conflict';
import type { Rule } from '../rule';

/**
 * A GET or HEAD request has no body.
 * Mirrors `ProbeConfig.validate_body_matches_method` of core/models/configurations.py, which lets a `body` without a
 * `method` pass.
 */
export const probeBody: Rule = {
  codes: ['conflicting-properties'],
  check(service, report) {
    for (const probe of service.views('probes')) {
      const method = probe.text('method');
      if ((method !== 'get' && method !== 'head') || probe.value('body') == null) continue;
      const message = `Cannot set \`body\` for the \`${method}\` method: use e.g. \`method: post\`.`;
      report(conflict(probe, 'body', 'method', message));
    }
  },
};
