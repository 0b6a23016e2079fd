import type { Bound } from '../coerce/bind';
import { span, type Span } from '../base/span';
import { problem, type Problem } from '../problem/problem';
import type { Node, ScalarNode } from '../yaml/node';
import { nodesIn } from '../yaml/walk';

/**
 * Commands whose lines end in a backslash and that YAML joins with spaces. The shell then reads `\ ` as a space that
 * belongs to the next argument. dstack accepts them, so these are warnings.
 */
export function foldedLines(root: Node, source: string, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, isKey } of nodesIn(root)) {
    if (isKey || node.kind !== 'scalar' || !/\\ /.test(node.text)) continue;
    const at = bound.schemaOf(node)?.embeds?.includes('shell') && foldedBackslash(node, source);
    if (at) problems.push(foldedLine(at));
  }
  return problems;
}

/** A backslash at the end of a line, before a line that is not meant as an item of its own. */
const CONTINUED = /(?<!\\)(?:\\\\)*\\[ \t]*\r?\n(?![ \t]*(?:-[ \t]|\r?\n))/;

/** The first backslash at the end of a line that YAML folds. In double quotes it joins the lines as it does in a shell. */
function foldedBackslash(
  { style, textStart, span: at }: ScalarNode,
  source: string,
): Span | undefined {
  const isFolded = style === 'plain' || style === 'single' || style === 'folded';
  if (!isFolded || textStart !== undefined) return undefined;
  const found = CONTINUED.exec(source.slice(at.start, at.end));
  if (!found) return undefined;
  const start = at.start + found.index + found[0].trimEnd().length - 1;
  return span(start, start + 1);
}

function foldedLine(at: Span): Problem {
  const message =
    'YAML joins these lines with spaces, so the shell reads `\\ ` here: a space at the start of the next argument. ' +
    'Write the command as a block (`- |`).';
  return problem('folded-lines', at, message, { severity: 'warning' });
}
