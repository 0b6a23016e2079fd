import type { Span } from '../../../../base/span';
import type { Item } from '../../view';

/** A small span for a host: its name, or what it begins with. */
export function hostSpan({ node, view }: Item): Span {
  if (node.kind === 'alias' || !view) return node.span;
  return view.has('hostname') ? view.valueSpan('hostname') : view.headSpan();
}
