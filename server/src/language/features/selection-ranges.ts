import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { span, touches, type Span } from '../base/span';
import type { Node } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { toRange } from '../base/lsp-range';

/** From the word at each position outwards (`textDocument/selectionRange`): text, property, mapping, file. */
export function selectionRanges(
  whole: Analysis,
  { positions }: { readonly positions: readonly Position[] },
): SelectionRange[] {
  return positions.map((position) => {
    const offset = whole.tree.lines.offset(position);
    const { tree } = whole.documentAt(offset);
    const spans = spansAround(tree, offset);
    let selection: SelectionRange | undefined;
    for (const one of spans) {
      selection = { range: toRange(one, tree.lines), ...(selection ? { parent: selection } : {}) };
    }
    return selection ?? { range: { start: position, end: position } };
  });
}

/** The spans around `offset`, each within the one before it. */
function spansAround({ text, root }: Tree, offset: number): Span[] {
  const spans: Span[] = [span(0, text.length)];
  const add = (inner: Span) => {
    const outer = spans.at(-1);
    if (!outer || inner.start < outer.start || inner.end > outer.end) return;
    // After `- ` without a value, or in the gap of `: 1`, the cursor is not on a key or value.
    if (!touches(inner, offset)) return;
    if (inner.start > outer.start || inner.end < outer.end) spans.push(inner);
  };
  for (let node = root; node; node = innerNode(node, offset, add)) add(node.span);
  add(wordAt(text, offset));
  return spans;
}

function innerNode(node: Node, offset: number, add: (span: Span) => void): Node | undefined {
  if (node.kind === 'sequence') return node.items.find((item) => touches(item.span, offset));
  if (node.kind !== 'mapping') return undefined;
  const pair = node.pairs.find(({ key, value }) =>
    touches(span(key.span.start, Math.max(key.span.end, value.span.end)), offset),
  );
  if (!pair) return undefined;
  add(span(pair.key.span.start, Math.max(pair.key.span.end, pair.value.span.end)));
  return touches(pair.key.span, offset) ? pair.key : pair.value;
}

function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && /[\w.-]/.test(text.charAt(start - 1))) start--;
  while (end < text.length && /[\w.-]/.test(text.charAt(end))) end++;
  return span(start, end);
}
