import type { Problem } from '../../problem/problem';
import type { Analysis } from '../../analysis';
import { span, type Lines, type Span } from '../../base/span';
import { ERROR_LIMIT } from '../../validate/structure';
import { doubtsAbout } from './certain';
import type { Edit } from '../../edit/edit';

/** Fixes that are made together: the edits of each, which do not touch those of the others. */
export type Batch = readonly (readonly Edit[])[];

/** The file with a batch made, and the fixes that cause a result that is not as required. */
export interface Trial {
  readonly after: Analysis;
  readonly isGood: boolean;
  readonly blamed: Batch;
}

/**
 * Makes all fixes of a batch in one analysis. It is good if there is only one possible meaning and each fix removes one
 * problem. A fix is at fault if there is doubt about the lines that it changes, or if these have as many problems as
 * before.
 */
export function tryBatch(before: Analysis, batch: Batch): Trial {
  const edits = batch.flat();
  const after = before.edited(edits);
  // A check that fails would not show the problems that a fix causes.
  if (after.tree.broken || after.failures.count > before.failures.count)
    return { after, isGood: false, blamed: [] };
  const doubts = doubtsAbout(before, after);
  const [old, now] = [before.tree.lines, after.tree.lines];
  const doubtful = new Set(doubts.flatMap(({ old: at }) => (at ? linesOf(old, at) : [])));
  const strange = new Set(doubts.flatMap(({ now: at }) => (at ? linesOf(now, at) : [])));
  const [known, left] = [problemsByLine(before), problemsByLine(after)];
  const places = new Map(changedPlaces(edits));
  const blamed = batch.filter((fix) => {
    const oldLines = new Set(fix.flatMap((edit) => linesOf(old, edit.span)));
    const newLines = new Set(fix.flatMap((edit) => linesOf(now, places.get(edit) ?? edit.span)));
    const isDoubtful = [...oldLines].some((line) => doubtful.has(line));
    const isStrange = [...newLines].some((line) => strange.has(line));
    return isDoubtful || isStrange || sumOf(left, newLines) >= sumOf(known, oldLines);
  });
  // If not all problems were found before, others are found now.
  const isCut = before.allProblems.length >= ERROR_LIMIT;
  const isFewer = counted(before).length - counted(after).length >= batch.length;
  const isGood = doubts.length === 0 && (isCut ? blamed.length === 0 : isFewer);
  return { after, isGood, blamed };
}

/** The problems without deprecated properties: these are never changed unasked, and a mistake may have hidden them. */
function counted({ allProblems }: Analysis): readonly Problem[] {
  return allProblems.filter(({ code }) => code !== 'deprecated-key');
}

/** Number of problems that begin on each line. */
function problemsByLine(analysis: Analysis): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { span: at } of counted(analysis)) {
    const { line } = analysis.tree.lines.position(at.start);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function sumOf(counts: ReadonlyMap<number, number>, lines: ReadonlySet<number>): number {
  return [...lines].reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
}

/** The place of each edit's text afterwards. */
function changedPlaces(edits: readonly Edit[]): readonly (readonly [Edit, Span])[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map((edit) => {
      const start = edit.span.start + shift;
      shift += edit.newText.length - (edit.span.end - edit.span.start);
      return [edit, span(start, start + edit.newText.length)];
    });
}

function linesOf(lines: Lines, { start, end }: Span): readonly number[] {
  const first = lines.position(start).line;
  return Array.from({ length: lines.position(end).line - first + 1 }, (_, index) => first + index);
}

/** As many of the fixes, in their order, as do not overlap or touch, so it is clear what each of them changes. */
export function apart(fixes: Batch): Batch {
  const taken: Span[] = [];
  const chosen: (readonly Edit[])[] = [];
  const hulls = fixes.map((edits) => ({
    edits,
    start: Math.min(...edits.map(({ span: at }) => at.start)),
    end: Math.max(...edits.map(({ span: at }) => at.end)),
  }));
  // Most fixes follow each other, so checking the last one is enough.
  let last = -1;
  for (const { edits, start, end } of hulls) {
    const spans = edits.map(({ span: at }) => at);
    if (start <= last && taken.some((a) => spans.some((b) => a.start <= b.end && b.start <= a.end)))
      continue;
    chosen.push(edits);
    taken.push(...spans);
    last = Math.max(last, end);
  }
  return chosen;
}
