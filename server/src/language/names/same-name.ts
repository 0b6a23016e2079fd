import type { Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { touches } from '../base/span';
import { occurrencesIn, type Occurrence } from './occurrences';

/** All occurrences of the name at a position, in the document around it; none if there is no name. */
export function sameName(whole: Analysis, position: Position): readonly Occurrence[] {
  const offset = whole.tree.lines.offset(position);
  const all = occurrencesIn(whole.documentAt(offset));
  const here = all.find(({ span }) => touches(span, offset));
  if (!here) return [];
  const same = all.filter(({ kind, name }) => kind === here.kind && name === here.name);
  return here.kind === 'anchor' ? sameAnchor(same, here) : same;
}

/** Of an anchor that is set again, each alias means the one before it. */
function sameAnchor(all: readonly Occurrence[], here: Occurrence): readonly Occurrence[] {
  let from = all.indexOf(here);
  while (from > 0 && all[from]?.role !== 'declaration') from--;
  const to = all.findIndex(({ role }, index) => index > from && role === 'declaration');
  return all.slice(from, to < 0 ? all.length : to);
}
