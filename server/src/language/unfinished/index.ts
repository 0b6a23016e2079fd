import type { Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Problem, ProblemCode } from '../problem/problem';
import type { Tree } from '../yaml/tree';
import { lineAt, type Line } from './line';
import { unfinishedSyntax } from './syntax';
import { isUnfinishedWord } from './word';

/** Problems, and the text that their spans belong to. */
export type Shown = Pick<Analysis, 'problems' | 'tree' | 'source'>;

/** Problems about something missing: on the line that is being typed it may come next. */
const MISSING: readonly ProblemCode[] = [
  'empty-value',
  'fleet-kind',
  'gateway-required',
  'image-required',
  'missing-key',
  'missing-type',
  'nothing-to-run',
  'range-without-scaling',
  'unused-suppression',
];

/** What a colon at the cursor causes: it makes a mapping, unless the next character is not a space. */
const BEFORE_SPACE: readonly ProblemCode[] = ['command-is-mapping', 'wrong-type', 'yaml-syntax'];

/** The problem of a `${{ }}` without its end. */
const OPEN_REFERENCE: readonly ProblemCode[] = [
  'expression',
  'group-reference',
  'unknown-reference',
];

/** The problem of the header of a block of text that has no line yet. */
const EMPTY_BLOCK: readonly ProblemCode[] = ['blank-text', 'wrong-length'];

/**
 * The problems of a document while `position`, the end of what was typed last, is on a line that is being written: without
 * those on that line that are there only because it is not finished, which go when the text at the cursor is written to its
 * end. Where such a line makes a text that is no YAML, the other lines have the problems that they have without it, on the
 * same lines and columns. Undefined where that makes no difference.
 */
export function whileTyping(analysis: Analysis, position: Position): Shown | undefined {
  const { tree, source, problems } = analysis;
  if (problems.length === 0) return undefined;
  const line = lineAt(analysis, position);
  if (tree.broken) return withoutUnfinished(analysis, line);
  const shown = problems.filter(
    (one) => !isOn(one, tree, position.line) || !isUnfinished(one, line),
  );
  return shown.length === problems.length ? undefined : { problems: shown, tree, source };
}

function isOn({ span: { start } }: Problem, { lines }: Tree, line: number): boolean {
  return lines.position(start).line === line;
}

function isUnfinished({ code, span: at }: Problem, line: Line): boolean {
  if (MISSING.includes(code)) return true;
  const { before, offset, word, key } = line;
  const start = offset - before.length;
  if (BEFORE_SPACE.includes(code) && /\S:$/.test(before)) {
    if (at.end >= start + before.lastIndexOf(' ')) return true;
  }
  if (OPEN_REFERENCE.includes(code)) {
    const opening = before.lastIndexOf('${{');
    if (opening > before.lastIndexOf('}}') && at.start >= start + opening) return true;
  }
  if (EMPTY_BLOCK.includes(code) && /(?:^\s*|[|>][-+0-9]*)$/.test(before)) return true;
  return [word, key].some(
    (one) =>
      one && at.start < one.span.end && one.span.start < at.end && isUnfinishedWord(one, code),
  );
}

/** The problems of a text that is not YAML, without the text that is being typed, if that can be the reason. */
function withoutUnfinished(analysis: Analysis, line: Line): Shown | undefined {
  const { text } = analysis.source;
  const unfinished = unfinishedSyntax(analysis.tree, line);
  if (unfinished.length === 0) return undefined;
  let found: Analysis | undefined;
  for (const { start, end } of unfinished) {
    const without = analysis.withText(text.slice(0, start) + text.slice(end));
    if (without.tree.broken) continue;
    found = without;
    break;
  }
  // If the lines below need the line, nothing is known without it.
  const { problems, tree, source } = found ?? analysis;
  const shown = problems.filter((one) => !isOn(one, tree, line.number));
  return found || shown.length < problems.length ? { problems: shown, tree, source } : undefined;
}
