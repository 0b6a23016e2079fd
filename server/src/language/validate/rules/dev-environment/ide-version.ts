import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/** As Python has it: `.` is all but a line feed, `$` also stands before the last one. */
const WINDSURF = /^[^\n]+@[a-f0-9]+\n?$/;

/**
 * `version` is that of the `ide`; Windsurf needs the commit as well.
 * Mirrors `DevEnvironmentConfigurationParams.validate_ide_and_version` of core/models/configurations.py.
 */
export const ideVersion: Rule = {
  codes: ['missing-key', 'invalid-format'],
  check(environment, report) {
    const version = environment.text('version');
    if (!version || environment.isUnsure('ide')) return;
    if (!environment.isSet('ide')) {
      if (environment.hasUnsureKeys()) return;
      const message = '`version` requires `ide` to be set: it is the version of the IDE.';
      report(
        problem('missing-key', environment.keySpan('version'), message, { data: { key: 'ide' } }),
      );
    } else if (environment.text('ide') === 'windsurf' && !WINDSURF.test(version)) {
      const message =
        'A version of Windsurf has the form `VERSION@COMMIT`, with the commit in hexadecimal digits.';
      report(problem('invalid-format', environment.valueSpan('version'), message));
    }
  },
};
