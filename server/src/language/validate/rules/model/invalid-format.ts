import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/** As in Python: `.` is any character but a line feed, `$` also matches before the last one. */
const WINDSURF = /^[^\n]+@[a-f0-9]+\n?$/;

/**
 * A version of Windsurf has the commit as well.
 * Mirrors `DevEnvironmentConfigurationParams.validate_ide_and_version` of core/models/configurations.py.
 */
export const windsurfCommit: Rule<Run> = {
  codes: ['invalid-format'],
  check(environment, report) {
    const version = environment.value('version');
    if (!version || environment.value('ide') !== 'windsurf' || WINDSURF.test(version)) return;
    const message =
      'A version of Windsurf has the form `VERSION@COMMIT`, with the commit in hexadecimal digits.';
    report(problem('invalid-format', environment.valueSpan('version'), message));
  },
};
