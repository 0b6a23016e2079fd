import { findPair, resolveAlias, type MappingNode, type Pair } from '../../yaml/node';
import { insertPair, removePair } from '../../edit/rewrite';
import { lastPair } from '../../edit/locate';
import { listData, type FixProvider } from '../fix-provider';
import { joinTouching, blockText, flowText } from '../../edit/moved';
import { t } from '../../l10n/text';

/** Moves properties beside groups into each group that does not have them. */
export const moveIntoGroups: FixProvider = ({ analysis: { tree }, problem, steps }) => {
  const place = lastPair(steps);
  const keys = listData(problem, 'keys');
  if (!place || keys.length === 0) return [];
  const { mapping } = place;
  const owner = findPair(mapping, 'groups') ?? findPair(mapping, 'replicas');
  const groups = groupsIn(owner);
  const edits = keys.flatMap((key) => {
    const pair = findPair(mapping, key);
    const goals = groups.filter((group) => !findPair(group, key));
    if (!pair || !mapping.pairs.includes(pair) || goals.length === 0) return [undefined];
    const inserted = goals.map((group) => {
      const text = group.flow ? flowText(tree, pair) : blockText(tree, pair);
      // An anchor can be defined only once.
      const isOnce = text !== undefined && (goals.length === 1 || !/(?:^|\s)&\S/.test(text));
      return isOnce ? insertPair(tree, group, key, text) : undefined;
    });
    return [removePair(tree, mapping, pair), ...inserted];
  });
  const names = keys.map((key) => `\`${key}\``).join(', ');
  const title =
    groups.length > 1 ? t('Move {0} into the groups', names) : t('Move {0} into the group', names);
  return [{ title, edits: joinTouching(edits), meant: true }];
};

function groupsIn(owner: Pair | undefined): readonly MappingNode[] {
  const list = owner && resolveAlias(owner.value);
  if (list?.kind !== 'sequence' || list !== owner?.value) return [];
  return list.items.flatMap((item) => (item.kind === 'mapping' ? item : []));
}
