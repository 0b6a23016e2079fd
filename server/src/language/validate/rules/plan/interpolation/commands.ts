import { groupsOf } from '../../groups/groups';
import type { Rule } from '../../rule';
import type { View } from '../../view';
import { faultProblem } from './fault';
import { readGroupReference } from './group-reference';
import { groupSizes, referenceProblems } from './group-sizes';
import { interpolate, isName, type Names } from './interpolator';
import { textsOf } from './text';

const NAMES: Names = {
  has: (name) => name === 'run.args',
  later: { secrets: isName, groups: (name) => readGroupReference(name) !== undefined },
};

/**
 * Expressions in the `commands` of tasks and services: `run.args`, and the addresses of nodes or replicas. `secrets` are
 * left as they are.
 * Mirrors `RunWithCommandsConfiguratorMixin._interpolate_commands` of cli/services/configurators/run.py and
 * `_validate_groups_ip_refs` of server/services/runs/spec.py.
 */
export const commandExpressions: Rule = {
  codes: ['expression', 'unknown-reference', 'group-reference'],
  check(run, report) {
    const sizes = groupSizes(run);
    const place = { where: '`commands`', names: ['run.args', exampleOf(run)] };
    const owners: readonly View[] = [run, ...groupsOf(run).map(({ view }) => view)];
    for (const text of owners.flatMap((owner) => textsOf(owner, 'commands'))) {
      const { text: left, faults } = interpolate(text.piece, NAMES);
      for (const fault of faults) report(faultProblem(text, fault, place));
      if (faults.length > 0) continue;
      for (const found of referenceProblems({ ...text, piece: left }, sizes)) report(found);
    }
  },
};

function exampleOf(run: View): string {
  const member = run.text('type') === 'task' ? 'nodes' : 'replicas';
  return `groups[0].${member}[0].IP_ADDRESS`;
}
