import type { Bound } from '../coerce/bind';
import { span, type Span } from '../base/span';
import { problem, type Problem } from '../problem/problem';
import { misreadIfJoined } from '../shell/command-lines';
import type { Node, ScalarNode } from '../yaml/node';
import { nodesIn } from '../yaml/walk';

/** A text without this has no command that is misread when its lines are joined. */
const HINT = /\\|<<|\n[ \t]*(?:then|do|done|else|elif|fi|esac|\})/;

/**
 * Commands whose lines YAML joins with spaces, which the shell then misreads: `\ ` as a space that belongs to the next
 * argument, `done` as an argument, the end of a here-document as a part of it. dstack accepts them, so these are
 * warnings. In double quotes, a backslash joins the lines as it does in a shell.
 */
export function foldedLines(root: Node, source: string, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  if (!HINT.test(source)) return problems;
  for (const { node, isKey } of nodesIn(root)) {
    if (isKey || node.kind !== 'scalar' || !isFolded(node)) continue;
    if (!bound.schemaOf(node)?.embeds?.includes('shell')) continue;
    const found = foldedBackslash(node, source) ?? foldedScript(node, source);
    if (found) problems.push(found);
  }
  return problems;
}

function isFolded({ style, textStart }: ScalarNode): boolean {
  return (style === 'plain' || style === 'single' || style === 'folded') && textStart === undefined;
}

/** A backslash at the end of a line, before a line that is not meant as an item of its own. */
const CONTINUED = /(?<!\\)(?:\\\\)*\\[ \t]*\r?\n(?![ \t]*(?:-[ \t]|\r?\n))/;

/** The first backslash at the end of a line that YAML folds. */
function foldedBackslash({ text, span: at }: ScalarNode, source: string): Problem | undefined {
  const found = /\\ /.test(text) ? CONTINUED.exec(source.slice(at.start, at.end)) : null;
  if (!found) return undefined;
  const start = at.start + found.index + found[0].trimEnd().length - 1;
  return folded(
    span(start, start + 1),
    'YAML joins these lines with spaces, so the shell reads `\\ ` here: a space at the start of the next argument.',
  );
}

/** A loop or a here-document, all lines of which YAML folds. */
function foldedScript({ text, style, span: at }: ScalarNode, source: string): Problem | undefined {
  const written =
    style === 'single'
      ? ` ${source.slice(at.start + 1, at.end - 1)} `
      : source.slice(at.start, at.end);
  // Empty lines, and in a block those that are indented further, are not folded.
  if (text.trimEnd().includes('\n') || !written.includes('\n')) return undefined;
  const lines = written.split('\n');
  const found = misreadIfJoined(lines.map((line) => line.trim()));
  if (!found) return undefined;
  const before = lines.slice(0, found.line).reduce((sum, line) => sum + line.length + 1, 0);
  const line = lines[found.line] ?? '';
  const start = at.start + before + line.length - line.trimStart().length;
  return folded(
    span(start, start + found.word.length),
    found.endsText
      ? `YAML joins these lines with spaces, but the shell ends a here-document at \`${found.word}\` on a line of its own.`
      : `YAML joins these lines with spaces, so the shell reads \`${found.word}\` as an argument of the command before it.`,
  );
}

function folded(at: Span, what: string): Problem {
  const message = `${what} Write the command as a block (\`- |\`).`;
  return problem('folded-lines', at, message, { severity: 'warning' });
}
