import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import { lastIndexWhere } from '../../base/search';
import { blankLines, isEmpty, trailingSpace } from './blank-lines';
import { contains, type Change, type LineRange } from './change';
import { Indentation } from './indentation';
import { layoutOf } from './layout';
import { outlineOf, type Block, type Outline } from './outline';
import { quotes } from './quotes';
import { spacing } from './spacing';
import type { Tree } from '../../yaml/tree';
import { toRange } from '../../base/lsp-range';

type Options = Pick<FormattingOptions, 'tabSize'>;

interface FormatParams {
  readonly options: Options;
}

/**
 * The edits that format a document (`textDocument/formatting`): none for a text that PyYAML rejects. They change white
 * space and, if requested, quotes; never a value, a comment or the order.
 */
export function formatDocument(analysis: Analysis, { options }: FormatParams): TextEdit[] {
  return format(analysis, { first: 0, last: Infinity }, options);
}

/**
 * The same within the lines of `range` (`textDocument/rangeFormatting`). Blocks that extend beyond these lines keep
 * their indentation.
 */
export function formatRange(
  analysis: Analysis,
  { options, range: { start, end } }: FormatParams & { readonly range: Range },
): TextEdit[] {
  // A range that ends before a line does not contain it.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return format(analysis, { first: start.line, last }, options);
}

/**
 * The same for the line that was left with Enter (`textDocument/onTypeFormatting`), without its indentation: the
 * editor has just placed the cursor by that.
 */
export function formatOnType(
  analysis: Analysis,
  { position: { line } }: { readonly position: Position },
): TextEdit[] {
  const outline = outlineToFormat(analysis);
  if (!outline) return [];
  const left = { first: line - 1, last: line - 1 };
  const gapBehindDash = gapsBehindDashes(outline, ({ column }) => column);
  return toEdits(analysis, left, [...withinLines(analysis, outline, gapBehindDash)]);
}

function format(analysis: Analysis, range: LineRange, { tabSize }: Options): TextEdit[] {
  const { tree, environment } = analysis;
  const { text, lines } = tree;
  const outline = outlineToFormat(analysis);
  if (!outline) return [];
  const whole = { first: range.first, last: Math.min(range.last, lines.count - 1) };
  const layout = layoutOf(outline, environment.settings.format.lists, tabSize);
  const indentation = new Indentation(text, lines, outline, layout, whole);
  const gapBehindDash = gapsBehindDashes(outline, (block) => indentation.column(block));
  const kept = linesKept(tree, outline);
  const removed = [
    ...blankLines(text, lines, whole, (line) => kept.has(line), endsInBlockScalar(text, outline)),
  ];
  const others = [
    ...indentation.changes(),
    ...withinLines(analysis, outline, gapBehindDash),
  ].filter(
    ({ span: { start, end } }) =>
      // An empty line that is removed needs no other change.
      start === end || !within(removed, start, end),
  );
  return toEdits(analysis, whole, [...others, ...removed]);
}

/** By offset: a block that opens after a dash has its column there. */
function gapsBehindDashes(
  { blocks }: Outline,
  columnOf: (block: Block) => number,
): (offset: number) => number | undefined {
  const starts = new Map(blocks.map((block) => [block.start, block]));
  return (offset) => {
    const block = starts.get(offset);
    return block?.parent && columnOf(block) - columnOf(block.parent) - 1;
  };
}

function within(changes: readonly Change[], start: number, end: number): boolean {
  const before = lastIndexWhere(
    changes.length,
    (one) => (changes[one]?.span.end ?? Infinity) < end,
  );
  return (changes[before + 1]?.span.start ?? Infinity) <= start;
}

function outlineToFormat({ tree }: Analysis): Outline | undefined {
  return tree.broken || !tree.root ? undefined : outlineOf(tree.text, tree.lines);
}

/** The changes that do not move the start of any line. */
function* withinLines(
  { tree: { text, lines }, environment }: Analysis,
  outline: Outline,
  gapBehindDash: (offset: number) => number | undefined,
): Generator<Change> {
  const { insideOf, tokens } = outline;
  yield* spacing(text, tokens, gapBehindDash);
  yield* quotes(text, tokens, environment.settings.format.quotes);
  yield* trailingSpace(text, lines, (line) => {
    const next = insideOf.get(line + 1)?.kind;
    return insideOf.get(line)?.kind === 'block scalar' || next === 'plain' || next === 'quoted';
  });
}

/** The empty lines that are content: within a text, and after one that keeps its line breaks (`|+`). */
function linesKept({ text, lines }: Tree, { insideOf, tokens }: Outline): ReadonlySet<number> {
  const kept = new Set(insideOf.keys());
  for (const { kind, start, end } of tokens) {
    if (kind !== 'scalar' || !/^[|>]\d?\+/.test(text.slice(start, start + 3))) continue;
    let line = lines.position(end).line + 1;
    for (; line < lines.count && isEmpty(text.slice(lines.start(line), lines.end(line))); line++)
      kept.add(line);
  }
  return kept;
}

function endsInBlockScalar(text: string, { tokens }: Outline): boolean {
  const last = tokens.filter(({ start, end }) => start < end).at(-1);
  return (
    last?.kind === 'scalar' && /^[|>]/.test(text.slice(last.start)) && last.end === text.length
  );
}

function toEdits({ tree: { lines } }: Analysis, range: LineRange, changes: Change[]): TextEdit[] {
  return changes
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, text }) => ({ range: toRange(span, lines), newText: text }))
    .filter(({ range: { start } }) => contains(range, start.line));
}
