import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { quote } from '../../../base/words';
import { posixPath } from '../../../shorthand/grammar/path';
import type { Rule } from '../rule';

/**
 * `working_dir` is an absolute path, or begins with `~`. Older versions of dstack resolved a relative one in
 * `/workflow`, where they put the repo.
 * Mirrors `BaseRunConfigurator.get_plan` of cli/services/configurators/run.py.
 */
export const absoluteWorkingDir: Rule<Run> = {
  codes: ['relative-working-dir'],
  since: '0.20.0',
  check(run, report) {
    const path = run.value('working_dir');
    if (path == null || /^[/~]/.test(path)) return;
    const suggestion = posixPath(`/workflow/${path}`);
    const message =
      `\`working_dir\` must be an absolute path: ${quote(path)} was ${quote(suggestion)} before dstack 0.20.\n` +
      'Leave it out to use the working directory of the image, into which repos go by default.';
    report(
      problem('relative-working-dir', run.valueSpan('working_dir'), message, {
        data: { suggestion, remove: 'working_dir' },
      }),
    );
  },
};
