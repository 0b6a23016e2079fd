import { lastIndexWhere } from '../base/search';
import { span, type Span } from '../base/span';
import type { Node } from './node';
import type { Tree } from './tree';

/** The span of the name of a node's anchor, before the node; undefined for a node without one. */
export function anchorSpan({ text, comments }: Tree, node: Node): Span | undefined {
  if (node.anchor === undefined) return undefined;
  let from = node.span.start;
  while (from >= 0) {
    const at = text.lastIndexOf(`&${node.anchor}`, from);
    if (at < 0) return undefined;
    const comment = commentAt(comments, at);
    if (!comment) return span(at + 1, at + 1 + node.anchor.length);
    from = comment.start - 1;
  }
  return undefined;
}

/** The comment that an offset lies in; they are in the order of the text. */
function commentAt(comments: readonly Span[], offset: number): Span | undefined {
  const before = lastIndexWhere(
    comments.length,
    (one) => (comments[one]?.end ?? Infinity) <= offset,
  );
  const found = comments[before + 1];
  return found && found.start <= offset ? found : undefined;
}
