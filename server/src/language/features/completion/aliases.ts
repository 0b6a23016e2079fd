import type { Analysis } from '../../analysis';
import { resolveAlias } from '../../yaml/node';
import { anchorMarkdown, anchorsAbove, contentInWords } from '../../meaning/anchors';
import { writtenAlias } from '../../cursor/slot-finder';
import { code, markdown } from '../../meaning/markdown';
import type { Offer } from './item';

/** The suggestions for an alias, after `*`: the anchors above it; after `<<:` only those of mappings. */
export function aliasOffers(analysis: Analysis, offset: number): readonly Offer[] {
  const written = writtenAlias(analysis.tree, offset);
  if (!written) return [];
  const frame = { range: written.span, lead: '', tail: '', quote: '' };
  return anchorsAbove(analysis, written.span.start)
    .filter((node) => !written.merges || canMerge(resolveAlias(node).kind))
    .map((node) => ({
      label: `*${node.anchor}`,
      kind: 'value',
      before: `*${node.anchor}`,
      note: contentInWords(node),
      documentation: () =>
        markdown([`**${code(`&${node.anchor}`)}**`, anchorMarkdown(analysis, node)]),
      group: 0,
      frame,
    }));
}

/** A `<<` accepts a mapping, or a list of mappings. */
function canMerge(kind: string): boolean {
  return kind === 'mapping' || kind === 'sequence';
}
