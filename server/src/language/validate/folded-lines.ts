import type { Bound } from '../coerce/bind';
import { span, type Span } from '../base/span';
import { problem, type Problem } from '../problem/problem';
import { misreadIfJoined } from '../shell/joined-lines';
import type { Node, ScalarNode } from '../yaml/node';
import { nodesIn } from '../yaml/walk';

/** Found in each text that has something to tell of. */
const HINT = /\\|<<|\n[ \t]*(?:then|do|done|else|elif|fi|esac)\b/;

/**
 * Commands whose lines YAML joins with spaces, which the shell then misreads: `\ ` as a space that belongs to the next
 * argument, `done` as an argument, the end of a here-document as a part of it. dstack accepts them, so these are
 * warnings.
 */
export function foldedLines(root: Node, source: string, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  if (!HINT.test(source)) return problems;
  for (const { node, isKey } of nodesIn(root)) {
    if (isKey || node.kind !== 'scalar' || node.style === 'literal') continue;
    if (node.textStart !== undefined) continue;
    if (!bound.schemaOf(node)?.embeds?.includes('shell')) continue;
    const found = foldedBackslash(node, source) ?? foldedScript(node, source);
    if (found) problems.push(found);
  }
  return problems;
}

/** A backslash at the end of a line, before a line that is not meant as an item of its own. */
const CONTINUED = /(?<!\\)(?:\\\\)*\\[ \t]*\r?\n(?![ \t]*(?:-[ \t]|\r?\n))/;

/** The first backslash at the end of a line that YAML folds. In double quotes it joins the lines as in a shell. */
function foldedBackslash({ text, style, span: at }: ScalarNode, source: string) {
  if (style === 'double') return undefined;
  const found = /\\ /.test(text) ? CONTINUED.exec(source.slice(at.start, at.end)) : null;
  if (!found) return undefined;
  const start = at.start + found.index + found[0].trimEnd().length - 1;
  return folded(
    span(start, start + 1),
    'YAML joins these lines with spaces, so the shell reads `\\ ` here: a space at the start of the next argument.',
  );
}

/** A loop or a here-document whose lines YAML folds. */
function foldedScript({ text, style, span: at }: ScalarNode, source: string): Problem | undefined {
  const written = source.slice(at.start, at.end);
  const isQuoted = style === 'single' || style === 'double';
  // Quotes and escapes of the shell in those of YAML would have to be undone.
  if (isQuoted && /''|\\/.test(written)) return undefined;
  // In a block, lines that are indented further are not folded.
  if (style === 'folded' && text.trimEnd().includes('\n')) return undefined;
  // Of the same length, so places in it are those in the file.
  const lines = (isQuoted ? ` ${written.slice(1, -1)} ` : written).split('\n');
  const found = misreadIfJoined(lines.map((line) => line.trim()));
  if (!found) return undefined;
  const before = lines.slice(0, found.line).reduce((sum, line) => sum + line.length + 1, 0);
  const line = lines[found.line] ?? '';
  const start = at.start + before + line.length - line.trimStart().length;
  return folded(
    span(start, start + found.word.length),
    found.endsText
      ? `YAML joins these lines with spaces, but the shell ends a here-document at \`${found.word}\` on a line of its own.`
      : `YAML joins these lines with spaces, and the shell knows \`${found.word}\` only at the start of a command.`,
  );
}

function folded(at: Span, what: string): Problem {
  const message = `${what} Write the command as a block (\`- |\`).`;
  return problem('folded-lines', at, message, { severity: 'warning' });
}
