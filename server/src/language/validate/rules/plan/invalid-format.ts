import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/**
 * The version of Windsurf has one `@`, between version and commit.
 * Mirrors `WindsurfDesktop.get_install_commands` of server/services/ides/windsurf.py.
 */
export const windsurfVersion: Rule<Run> = {
  codes: ['invalid-format'],
  check(environment, report) {
    if (environment.value('ide') !== 'windsurf') return;
    const version = environment.value('version');
    if (version == null || version.split('@').length === 2) return;
    const message =
      'A version of Windsurf has the form `VERSION@COMMIT`, with one `@` and the commit in hexadecimal digits.';
    report(problem('invalid-format', environment.valueSpan('version'), message));
  },
};
