import type { Analysis } from '../../analysis';
import { touches, type Span } from '../../base/span';
import { isMerge, keyText, type MappingNode, type Node, type Pair } from '../../yaml/node';
import { anchorMarkdown, mergeInWords } from '../../meaning/anchors';
import { code } from '../../meaning/markdown';

interface Found {
  readonly paragraphs: readonly string[];
  readonly span: Span;
}

/** The content that replaces the alias at `offset`, or that the `<<` there merges; undefined elsewhere. */
export function aliasHover(analysis: Analysis, offset: number): Found | undefined {
  let mapping: MappingNode | undefined;
  let node = analysis.tree.root;
  while (node && touches(node.span, offset)) {
    if (node.kind === 'alias')
      return { paragraphs: aliasParagraphs(analysis, node), span: node.span };
    if (node.kind === 'scalar') return undefined;
    if (node.kind === 'mapping') mapping = node;
    const pair: Pair | undefined =
      node.kind === 'mapping' ? node.pairs.find((one) => isAt(one, offset)) : undefined;
    if (pair && mapping && isMerge(pair) && touches(pair.key.span, offset))
      return { paragraphs: mergeParagraphs(analysis, mapping, pair), span: pair.key.span };
    node =
      node.kind === 'sequence'
        ? node.items.find(({ span }) => touches(span, offset))
        : pair && [pair.key, pair.value].find(({ span }) => touches(span, offset));
  }
  return undefined;
}

function isAt({ key, value }: Pair, offset: number): boolean {
  return touches(key.span, offset) || touches(value.span, offset);
}

function aliasParagraphs(
  analysis: Analysis,
  { name, target }: Extract<Node, { kind: 'alias' }>,
): readonly string[] {
  const title = `**${code(`*${name}`)}** · alias`;
  return target
    ? [`${title} of ${code(`&${name}`)}`, anchorMarkdown(analysis, target)]
    : [title, `There is no anchor ${code(`&${name}`)} above.`];
}

function mergeParagraphs(
  analysis: Analysis,
  mapping: MappingNode,
  { value }: Pair,
): readonly string[] {
  const merged = value.kind === 'sequence' ? value.items : [value];
  const own = new Set(
    mapping.pairs.flatMap((pair) => (isMerge(pair) ? [] : (keyText(pair) ?? []))),
  );
  const names = merged.flatMap((node) => (node.kind === 'alias' ? [code(`*${node.name}`)] : []));
  const [only] = merged;
  return [
    `**${code('<<')}** · merges ${names.join(', ') || 'a mapping'} into this mapping`,
    mergeInWords(merged, own),
    ...(merged.length === 1 && only?.kind === 'alias' && only.target
      ? [anchorMarkdown(analysis, only.target)]
      : []),
  ];
}
