import type { Analysis } from '../analysis';
import { span, type Span } from '../base/span';
import type { Step } from '../edit/locate';
import type { Tree } from '../yaml/tree';

/** From behind the colon, or from the first character of an item, to the last character of the value. */
export function spanOfValue(tree: Tree, step: Step): Span {
  const { span: at } = step.kind === 'pair' ? step.pair.value : step.item;
  const start =
    step.kind === 'pair' ? (step.pair.colon ?? step.pair.key.span.end) + 1 : step.item.span.start;
  return span(start, Math.max(start, endWithoutSpace(tree, at)));
}

/** Behind the last character that is no white space. */
export function endWithoutSpace({ text }: Tree, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Whether an error lies in the span, so that what stands there need not have the shape that the schema says. */
export function hasMistake({ problems }: Analysis, at: Span): boolean {
  return problems.some(
    ({ severity, span: { start, end } }) =>
      severity === 'error' && start <= at.end && end >= at.start,
  );
}

/** The end of the line of an offset, before its line break. */
export function endOfLine({ lines }: Tree, offset: number): number {
  return lines.end(lines.position(offset).line);
}
