import type { Job, Run } from '../../../../coerce/values';
import type { Rule } from '../../rule';
import { groupsOf } from '../../support/groups';
import { textsOf } from '../../support/texts';
import type { View } from '../../support/view';
import { faultProblem } from './expression';
import { readGroupReference } from './group-address';
import { referenceProblems } from './group-reference';
import { groupSizes } from './group-sizes';
import { interpolate, isName, type Names } from './interpolator';

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
export const commandExpressions: Rule<Run> = {
  codes: ['expression', 'unknown-reference', 'group-reference'],
  check(run, report) {
    const sizes = groupSizes(run);
    const place = { where: '`commands`', names: ['run.args', exampleOf(run)] };
    const owners: readonly View<Job>[] = [run, ...groupsOf(run).map(({ view }) => view)];
    for (const text of owners.flatMap((owner) => textsOf(owner, 'commands'))) {
      const { text: left, faults } = interpolate(text.piece, NAMES);
      for (const fault of faults) report(faultProblem(text, fault, place));
      if (faults.length > 0) continue;
      for (const found of referenceProblems({ ...text, piece: left }, sizes)) report(found);
    }
  },
};

function exampleOf(run: View<Run>): string {
  const member = run.value('type') === 'task' ? 'nodes' : 'replicas';
  return `groups[0].${member}[0].IP_ADDRESS`;
}

/**
 * The `init` of a dev environment is not interpolated; dstack still rejects texts that only look like the address of a
 * node.
 * Mirrors `_validate_groups_ip_refs` of server/services/runs/spec.py.
 */
export const initExpressions: Rule<Run> = {
  codes: ['expression'],
  check(environment, report) {
    for (const text of textsOf(environment, 'init')) {
      for (const found of referenceProblems(text, undefined)) report(found);
    }
  },
};
