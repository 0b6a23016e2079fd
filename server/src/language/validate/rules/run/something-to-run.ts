import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/**
 * A task or service without `groups` has commands, or an image that has some of its own.
 * Mirrors `ConfigurationWithCommandsParams.check_image_or_commands_present` of core/models/configurations.py.
 */
export const somethingToRun: Rule = {
  codes: ['nothing-to-run'],
  check(run, report) {
    const inGroups = run.isSet('groups') || run.valueNode('replicas')?.kind === 'sequence';
    if (inGroups || run.hasUnsureKeys()) return;
    if (['commands', 'image'].some((key) => run.isTruthy(key) || run.isUnsure(key))) return;
    const message =
      'Either `commands` or `image` must be set: without an image of yours there is nothing to run.';
    const at = run.has('commands') ? run.keySpan('commands') : run.headSpan();
    report(problem('nothing-to-run', at, message, { data: { key: 'commands' } }));
  },
};
