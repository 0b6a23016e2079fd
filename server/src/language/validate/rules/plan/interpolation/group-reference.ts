import { problem, type Problem } from '../../../../problem/problem';
import { quote } from '../../../../base/words';
import { groupNames, readGroupReference, type GroupReference } from './group-address';
import type { GroupSizes } from './group-sizes';
import { placeOf, type Text } from '../../support/texts';

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
    const message = `\`groups[${group}]\` scales to zero, so an address is not guaranteed: set the minimum to at least one.`;
    return [message, { data: { limit: -1 } }];
  }
  const amount = size === 1 ? (right === 'nodes' ? 'one node' : 'one replica') : `${size} ${right}`;
  const message = `\`groups[${group}]\` has ${amount} for sure, counted from 0: \`${right}[${index}]\` is one too far.`;
  return [message, { data: { limit: size - 1 } }];
}
