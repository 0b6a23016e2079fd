import { hasComment, lastPair, type Step } from '../edit/locate';
import { span } from '../base/span';
import type { Node, Pair } from '../yaml/node';
import type { RefactoringProvider } from './refactoring';
import { spanOfValue } from './source';
import { t } from '../l10n/text';

type Block = Step & { readonly kind: 'pair' };

/**
 * A mapping or list that other properties repeat is written once, with an anchor, and as an alias elsewhere. Those that
 * hold comments or anchors of their own stay.
 */
export const extractAnchor: RefactoringProvider = ({ analysis, steps }) => {
  const { tree } = analysis;
  const step = lastPair(steps);
  if (!step || !tree.root || !isWorthIt(step.pair.value)) return [];
  const wanted = written(step.pair.value);
  const sizes = sizesIn(tree.root);
  const size = sizes.get(step.pair.value);
  const { blocks, anchors } = collect(tree.root);
  // What is as large does not lie in one another, so that each part of the file is written once at most.
  const [first, ...others] = blocks.filter(
    ({ pair: { value } }) => sizes.get(value) === size && written(value) === wanted,
  );
  const repeated = others.filter(
    (one) => !/&/.test(written(one.pair.value)) && !hasComment(tree, spanOfValue(tree, one)),
  );
  if (!first || repeated.length === 0) return [];
  const known = first.pair.value.anchor;
  const name = known ?? freeName(first.pair, anchors);
  const edits = repeated.map((one) => ({ span: spanOfValue(tree, one), newText: ` *${name}` }));
  if (known === undefined) {
    const at = spanOfValue(tree, first).start;
    edits.push({ span: span(at, at), newText: ` &${name}` });
  }
  const count = repeated.length + 1;
  return [
    { title: t('Write this once, as `&{0}`, for {1} places', name, count), kind: 'extract', edits },
  ];
};

function isWorthIt(value: Node): boolean {
  if (value.kind === 'mapping') return value.pairs.length > 1;
  return value.kind === 'sequence' && value.items.length > 1;
}

/** How many nodes lie in each mapping and list. */
function sizesIn(root: Node): ReadonlyMap<Node, number> {
  const sizes = new Map<Node, number>();
  const measure = (node: Node): number => {
    const children = childrenOf(node);
    if (children.length === 0) return 1;
    const size = children.reduce((sum, child) => sum + measure(child), 1);
    sizes.set(node, size);
    return size;
  };
  measure(root);
  return sizes;
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'mapping') return node.pairs.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'sequence' ? node.items : [];
}

/** The node in one notation, so that two that are the same are written alike; `&` stands where an anchor is inside. */
function written(node: Node, isInside = false): string {
  const anchor = isInside && node.anchor !== undefined ? '&' : '';
  switch (node.kind) {
    case 'scalar':
      return `${anchor}${node.style === 'plain' ? '' : '!'}${node.tag ?? ''}${JSON.stringify(node.text).replaceAll('&', '\\u0026')}`;
    case 'alias':
      return `*${node.name}`;
    case 'sequence':
      return `${anchor}[${node.items.map((item) => written(item, true)).join()}]`;
    case 'mapping': {
      const pairs = node.pairs.map(
        ({ key, value }) => `${written(key, true)}:${written(value, true)}`,
      );
      return `${anchor}{${pairs.join()}}`;
    }
  }
}

/** All properties that hold a mapping or a list, in the order of the file, and the names of the anchors. */
function collect(root: Node): { blocks: readonly Block[]; anchors: ReadonlySet<string> } {
  const blocks: Block[] = [];
  const anchors = new Set<string>();
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.anchor !== undefined) anchors.add(node.anchor);
    if (node.kind === 'sequence') pending.push(...[...node.items].reverse());
    if (node.kind !== 'mapping') continue;
    for (const pair of node.pairs)
      if (isWorthIt(pair.value)) blocks.push({ kind: 'pair', mapping: node, pair });
    pending.push(...node.pairs.map(({ value }) => value).reverse());
  }
  blocks.sort((a, b) => a.pair.key.span.start - b.pair.key.span.start);
  return { blocks, anchors };
}

/** The name of the property, with a number where another anchor has it. */
function freeName({ key }: Pair, anchors: ReadonlySet<string>): string {
  const base = (key.kind === 'scalar' && key.text.replace(/[^A-Za-z0-9_-]+/g, '-')) || 'block';
  let name = base;
  for (let number = 2; anchors.has(name); number++) name = `${base}-${number}`;
  return name;
}
