import type { Analysis } from '../../analysis';
import type { Schema } from '../../schema/schema';
import { ownerAbove } from '../../edit/lines';
import { lastPair, stepsTo } from '../../edit/locate';

/** The schema of the items of the list that a line belongs to by its indentation; undefined if it is in none. */
export function itemsAround({ tree, bound }: Analysis, line: number): Schema | undefined {
  const owner = ownerAbove(tree, line);
  const place = owner && lastPair(stepsTo(tree.root, owner.key));
  return place && bound.propertyOf(place.pair)?.items;
}
