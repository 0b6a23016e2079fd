import { isList } from '../../../base/lookup';
import { listOfNames } from '../../../base/words';
import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { setHere } from '../support/conflict';
import { groupsKey, groupsOf } from '../support/groups';
import type { View } from '../support/view';

type Key = 'commands' | 'entrypoint' | 'ports' | 'scaling';

/** The rule that these properties are set in the groups once there are some. One problem names all of them. */
const onlyInGroups = (...keys: readonly Key[]): Rule<Run> => ({
  codes: ['top-level-with-groups'],
  check(run, report) {
    const set = groupsOf(run).length > 0 ? keys.filter((key) => isUsed(run, key)) : [];
    const [first, ...others] = set;
    if (first === undefined) return;
    const key = groupsKey(run);
    report(
      problem('top-level-with-groups', run.keySpan(first), messageOn(set, key), {
        data: { keys: set },
        related: [
          ...others.map((key) => setHere(run, key)),
          { span: run.keySpan(key), message: 'The groups are here.' },
        ],
      }),
    );
  },
});

function messageOn(set: readonly Key[], key: string): string {
  const fact =
    key === 'groups'
      ? `${listOfNames(set)} cannot be set beside \`groups\``
      : `${listOfNames(set)} cannot be set beside the groups in \`${key}\``;
  return set.length > 1
    ? `${fact}: move them into each group, or remove \`${key}\`.`
    : `${fact}: move it into each group, or remove \`${key}\`.`;
}

/** An empty list equals an absent value; of other values, only null does. */
function isUsed(run: View<Run>, key: Key): boolean {
  const value = run.value(key);
  return isList(value) ? value.length > 0 : value != null;
}

/**
 * With groups of nodes, the commands are in the groups.
 * Mirrors `TaskConfiguration.validate_top_level_properties_with_node_groups` of core/models/configurations.py.
 */
export const taskTopLevelProperties = onlyInGroups('commands', 'ports', 'entrypoint');

/**
 * With groups of replicas, the commands and the scaling are in the groups.
 * Mirrors `ServiceConfigurationParams.validate_top_level_properties_with_replica_groups` of
 * core/models/configurations.py.
 */
export const serviceTopLevelProperties = onlyInGroups('scaling', 'commands');
