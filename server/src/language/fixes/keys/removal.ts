import { removedWith, removePair } from '../../edit/rewrite';
import { keyText, type MappingNode, type Pair } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import type { Candidate } from '../fix-provider';
import { t } from '../../l10n/text';

/** Removes a property. The title names what holds nothing else and goes as well. */
export function removal(tree: Tree, mapping: MappingNode, pair: Pair): Candidate {
  const name = keyText(removedWith(tree, mapping, pair)) ?? '';
  return { title: t('Remove `{0}`', name), edits: [removePair(tree, mapping, pair)] };
}
