import { quote } from '../../../base/words';
import type { Group, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { RELATED_AT_MOST } from '../support/conflict';
import { groupsOf, hasGroups } from '../support/groups';
import type { View } from '../support/view';

const codes = ['nothing-to-run'] as const;

/**
 * A task or service without `groups` has commands, or an image with its own commands.
 * Mirrors the one error of `ConfigurationWithCommandsParams.check_image_or_commands_present` of
 * core/models/configurations.py.
 */
export const somethingToRun: Rule<Run> = {
  codes,
  check(run, report) {
    if (hasGroups(run) || run.hasUnsureKeys()) return;
    if (['commands', 'image'].some((key) => run.isTruthy(key) || run.isUnsure(key))) return;
    const message =
      'Either `commands` or `image` must be set: without a custom image there is nothing to run.';
    const at = run.has('commands') ? run.keySpan('commands') : run.headSpan();
    report(problem('nothing-to-run', at, message, { data: { key: 'commands' } }));
  },
};

/**
 * A rule that each group has something to run: commands, or its own image or that of the run. One problem for all
 * groups without.
 *
 * @param owner where the image can be set besides the group, in the words of messages
 */
const groupsRunSomething = (owner: string): Rule<Run> => ({
  codes,
  check(run, report) {
    // Commands beside the groups are a problem of their own.
    if (run.isSet('image') || run.isTruthy('commands') || run.isUnsure('commands')) return;
    const [first, ...others] = groupsOf(run).filter(({ view }) => hasNothingToRun(view));
    if (!first) return;
    const message = `Group ${quote(first.name)} has nothing to run: set \`commands\` in the group, or \`image\` ${owner}.`;
    report(
      problem('nothing-to-run', first.view.headSpan(), message, {
        data: { key: 'commands' },
        related: others.slice(0, RELATED_AT_MOST).map(({ name, view }) => ({
          span: view.headSpan(),
          message: `Neither has group ${quote(name)}.`,
        })),
      }),
    );
  },
});

function hasNothingToRun(group: View<Group>): boolean {
  const unsure = group.hasUnsureKeys() || group.isUnsure('commands');
  return !unsure && !group.isTruthy('commands') && !group.isSet('image');
}

/**
 * Mirrors the one error of `TaskConfiguration.validate_node_groups_have_commands_or_image` of
 * core/models/configurations.py.
 */
export const nodeGroupsRunSomething = groupsRunSomething('for the task');

/**
 * Mirrors the one error of `ServiceConfigurationParams.validate_replica_groups_have_commands_or_image` of
 * core/models/configurations.py.
 */
export const replicaGroupsRunSomething = groupsRunSomething('in it or for the service');
