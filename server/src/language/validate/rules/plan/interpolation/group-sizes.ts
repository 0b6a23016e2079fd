import { problem, type Problem } from '../../../../problem/problem';
import { quote } from '../../../../shorthand/piece';
import { groupsOf } from '../../groups/groups';
import { replicasKey, replicasOf } from '../../service/replica-range';
import type { View } from '../../view';
import { groupNames, readGroupReference, type GroupReference } from './group-reference';
import { placeOf, type Text } from './text';

/** What the expressions of a run can refer to. */
interface GroupSizes {
  readonly member: 'nodes' | 'replicas';
  /** How many members each group surely has; infinite where nobody knows. */
  readonly sizes: readonly number[];
}

/**
 * The groups of a run; one without `groups` is a single group. Undefined for dev environments, and where it is not clear
 * what is in which group. Mirrors `node_groups` and `replica_groups` of core/models/configurations.py.
 */
export function groupSizes(run: View): GroupSizes | undefined {
  const type = run.text('type');
  if (type !== 'task' && type !== 'service') return undefined;
  const isTask = type === 'task';
  const member = isTask ? 'nodes' : 'replicas';
  const hasGroups = run.isSet('groups') || run.valueNode('replicas')?.kind === 'sequence';
  const owners = hasGroups ? groupsOf(run).map(({ view }) => view) : [run];
  if (owners.length === 0 || run.hasUnsureKeys()) return undefined;
  return { member, sizes: owners.map(isTask ? nodesOf : leastReplicas) };
}

function nodesOf(owner: View): number {
  if (owner.isUnsure('nodes')) return Infinity;
  return owner.number('nodes') ?? 1;
}

function leastReplicas(owner: View): number {
  if (owner.isUnsure(replicasKey(owner))) return Infinity;
  if (!owner.isSet(replicasKey(owner))) return 1;
  const replicas = replicasOf(owner);
  return replicas ? (replicas.min ?? 0) : Infinity;
}

/**
 * What is wrong with the references to groups in a text. Mirrors `validate_groups_refs`, `validate_groups_ref_member`
 * and `validate_groups_ref_bounds` of utils/nodes_interpolator.py.
 */
export function referenceProblems(text: Text, sizes: GroupSizes | undefined): readonly Problem[] {
  return groupNames(text.piece).flatMap((name) => {
    const reference = readGroupReference(name.text);
    const at = placeOf(text, name);
    if (!reference) {
      const member = sizes?.member ?? 'nodes';
      const example = `groups[0].${member}[0].IP_ADDRESS`;
      const message = `${quote(name.text)} is not the address of a member of a group: write e.g. \`${example}\`.`;
      return problem('expression', at, message, { data: { given: name.text, values: [example] } });
    }
    const wrong = sizes && outOfPlace(reference, sizes);
    return wrong ? problem('group-reference', at, ...wrong) : [];
  });
}

type Wrong = readonly [message: string, extra: { data: Record<string, string | number> }];

function outOfPlace(
  { group, member, index }: GroupReference,
  { member: right, sizes }: GroupSizes,
): Wrong | undefined {
  if (member !== right) {
    const suggestion = `groups[${group}].${right}[${index}].IP_ADDRESS`;
    const message = `The groups of a ${right === 'nodes' ? 'task' : 'service'} have \`${right}\`, not \`${member}\`: write \`${suggestion}\`.`;
    return [message, { data: { suggestion } }];
  }
  const size = sizes[group];
  if (size === undefined) {
    const count = sizes.length === 1 ? 'is one group' : `are ${sizes.length} groups`;
    const message = `There ${count}, counted from 0: \`groups[${group}]\` does not exist.`;
    return [message, { data: { limit: sizes.length - 1 } }];
  }
  if (index < size) return undefined;
  if (size === 0) {
    const message = `\`groups[${group}]\` scales to zero, so that no replica has an address for sure: let it have at least one.`;
    return [message, { data: { limit: -1 } }];
  }
  const few = right === 'nodes' ? 'node' : 'replica';
  const message = `\`groups[${group}]\` has ${size === 1 ? `one ${few}` : `${size} ${right}`} for sure, counted from 0: \`${right}[${index}]\` is one too far.`;
  return [message, { data: { limit: size - 1 } }];
}
