import type { Range } from 'vscode-languageserver-types';
import type { Lines, Span } from './span';

/** The LSP range of a span. */
export function toRange(span: Span, lines: Lines): Range {
  return { start: lines.position(span.start), end: lines.position(span.end) };
}
