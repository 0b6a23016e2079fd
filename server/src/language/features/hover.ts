import type { Hover, MarkupContent, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { SCHEMAS } from '../schema';
import { span, type Span } from '../span';
import type { Tree } from '../yaml/tree';
import { embeddedAt } from './hover/embedded';
import { targetAt, type Target } from './hover/target';
import { valueHover } from './hover/value';
import { propertyMarkdown } from './markdown';
import { toRange } from './range';

/**
 * What there is to know about what the cursor is on (`textDocument/hover`): a key, a value that is not free text, a
 * variable or reference within a text. Null where there is nothing to say.
 */
export function hover({ tree, kind }: Analysis, position: Position): Hover | null {
  const offset = tree.lines.offset(position);
  const target = tree.root && targetAt(tree.root, SCHEMAS[kind], offset);
  const found = target && explainTarget(target, tree, offset);
  return found ? { contents: found.contents, range: toRange(found.span, tree.lines) } : null;
}

function explainTarget(
  { kind, node, property }: Target,
  tree: Tree,
  offset: number,
): { readonly contents: MarkupContent; readonly span: Span } | undefined {
  if (kind === 'key') return { contents: propertyMarkdown(property), span: node.span };
  const embedded = embeddedAt(
    tree.text,
    lineWithin(node.span, tree, offset),
    offset,
    property.schema.embeds ?? [],
  );
  if (embedded) return embedded;
  const contents = valueHover(node, property.schema, offset);
  return contents && { contents, span: node.span };
}

/** The part of a span that lies on the line of `offset`. */
function lineWithin(range: Span, { lines }: Tree, offset: number): Span {
  const { line } = lines.position(offset);
  return span(Math.max(range.start, lines.start(line)), Math.min(range.end, lines.end(line)));
}
