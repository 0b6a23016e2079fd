import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { posixNames } from '../../../shorthand/grammar/path';
import type { Rule } from '../rule';
import { mountPaths } from '../support/volumes';

/**
 * No volume is mounted at `/workflow` or below it, where dstack may place the files of the project.
 * Mirrors `LEGACY_REPO_DIR` of core/models/configurations.py.
 */
export const workflowMount: Rule<Run> = {
  codes: ['workflow-mount'],
  check(run, report) {
    for (const { path, span } of mountPaths(run)) {
      if (posixNames(path)[0] !== 'workflow') continue;
      const message =
        'dstack does not support volumes at `/workflow` or below it, where it may place the project: ' +
        'mount it elsewhere, e.g. at `/data`.';
      report(problem('workflow-mount', span, message, { severity: 'warning' }));
    }
  },
};
