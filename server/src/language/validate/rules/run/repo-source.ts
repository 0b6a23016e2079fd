import { problem } from '../../../problem/problem';
import { conflict } from '../conflict';
import type { Rule } from '../rule';

/**
 * A repo comes from a folder or from a URL.
 * Mirrors `RepoSpec.validate_local_path_or_url` of core/models/configurations.py.
 */
export const repoSource: Rule = {
  codes: ['conflicting-properties', 'missing-key'],
  check(run, report) {
    for (const repo of run.views('repos')) {
      if (repo.isTruthy('local_path') && repo.isTruthy('url')) {
        const message =
          '`local_path` and `url` are mutually exclusive: a repo is a folder of yours or a URL.';
        report(conflict(repo, 'url', 'local_path', message));
      } else if (!['local_path', 'url'].some((key) => repo.isTruthy(key) || repo.isUnsure(key))) {
        if (repo.hasUnsureKeys()) continue;
        const message = 'Either `local_path` or `url` must be specified for a repo.';
        report(
          problem('missing-key', repo.headSpan(), message, {
            data: { key: 'local_path', values: ['local_path', 'url'] },
          }),
        );
      }
    }
  },
};
