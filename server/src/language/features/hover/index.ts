import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import type { AtPosition } from '../../base/at-position';
import { span, type Span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import { aliasHover } from './alias';
import { embeddedAt } from './embedded';
import { faultsIn } from './faults';
import { keyHover } from './key';
import { liveMarkdown } from './live';
import { referenceMarkdown } from './reference';
import { targetAt, type Target } from './target';
import { valueHover } from './value';
import { markdown } from '../../meaning/markdown';
import { toRange } from '../../base/lsp-range';

interface Found {
  readonly contents: MarkupContent;
  readonly span: Span;
}

/**
 * The documentation of what is at the cursor (`textDocument/hover`): a key, a value that is not free text, a variable
 * or reference within a text, an alias or a `<<`. Null if there is no documentation.
 */
export function hover(whole: Analysis, { position }: AtPosition): Hover | null {
  const offset = whole.tree.lines.offset(position);
  const analysis = whole.documentAt(offset);
  const { tree, schema } = analysis;
  const alias = aliasHover(analysis, offset);
  if (alias)
    return { contents: markdown(alias.paragraphs), range: toRange(alias.span, tree.lines) };
  const target = tree.root && targetAt(tree.root, schema, offset);
  const found = target && explainTarget(target, analysis, offset);
  return found ? { contents: found.contents, range: toRange(found.span, tree.lines) } : null;
}

function explainTarget(target: Target, analysis: Analysis, offset: number): Found | undefined {
  const { workspace, catalogue, now, live } = analysis.environment;
  const { kind, node, property } = target;
  if (kind === 'key') return { contents: keyHover(target, catalogue), span: node.span };
  const line = lineWithin(node.span, analysis.tree, offset);
  const embedded = embeddedAt(analysis, line, offset, property.schema.embeds ?? []);
  if (embedded) return embedded;
  const context = {
    catalogue,
    now: now?.(),
    offset,
    isRefused: () => faultsIn(analysis, node.span).length > 0,
  };
  const { failures } = analysis;
  const contents = failures.attempt('hover value', () => valueHover(target, context), undefined);
  const definition =
    workspace &&
    failures.attempt(
      'hover reference',
      () => referenceMarkdown(node, property.schema, workspace),
      undefined,
    );
  const said =
    live &&
    failures.attempt('hover live', () => liveMarkdown(node, property.schema, live), undefined);
  const paragraphs = [contents?.value, said, definition];
  const isEmpty = paragraphs.every((paragraph) => paragraph === undefined);
  return isEmpty ? undefined : { contents: markdown(paragraphs), span: node.span };
}

/** The part of a span that lies on the line of `offset`. */
function lineWithin(range: Span, { lines }: Tree, offset: number): Span {
  const { line } = lines.position(offset);
  return span(Math.max(range.start, lines.start(line)), Math.min(range.end, lines.end(line)));
}
