import { startBudget } from '../lsp/time-budget';
import {
  fixAll,
  t,
  type Analysis,
  type FixedAll,
  type LeftProblem,
  type Text,
  type Translate,
} from '../language';
import { unifiedDiff } from './diff';
import { printedPath } from './printed';
import type { Source } from './source';
import { replaceFile } from './write';

/** Milliseconds for the fixes of one file, more than almost any file needs. Remaining problems are reported. */
const FIX_TIME = 10_000;

/** What to do with a fixed file: write it, or show the changes. */
export type FixMode = 'write' | 'diff';

/**
 * Fixes a file and returns the result. Bytes that are not UTF-8 are not changed. The text of standard input goes to
 * `out`, fixed or not, and so does the diff. Throws if writing fails.
 */
export function fixFile(
  source: Source,
  analysis: Analysis,
  mode: FixMode,
  out: (text: string | Uint8Array) => void,
): FixedAll {
  const fixed = source.notUtf8
    ? untouched(analysis)
    : fixAll(analysis, startBudget(performance.now(), FIX_TIME));
  const { text } = fixed.analysis.source;
  if (mode === 'diff') out(unifiedDiff(printedPath(source.file), source.text, text));
  else if (!source.origin) out(source.notUtf8 ? source.bytes : text);
  else if (text !== source.text) replaceFile(source.origin, text);
  return fixed;
}

/** The result for a file that is not changed. */
function untouched(analysis: Analysis): FixedAll {
  const left = analysis.allProblems.map((problem) => ({ problem, why: 'hand' as const }));
  return { analysis, fixed: 0, left };
}

/** How many problems are left for a reason. */
const REASONS: Readonly<Record<LeftProblem['why'], (many: number) => Text>> = {
  decision: (many) => (many === 1 ? t('1 needs a decision') : t('{0} need a decision', many)),
  hand: (many) =>
    many === 1 ? t('1 has to be fixed by hand') : t('{0} have to be fixed by hand', many),
  untried: (many) =>
    many === 1
      ? t('1 was not tried, because the file is long: run it again')
      : t('{0} were not tried, because the file is long: run it again', many),
};

/** How many problems were fixed in all files, how many are left, why and where. */
export function fixSummary(
  files: readonly { file: string; result: FixedAll }[],
  translate: Translate,
): string {
  const fixed = files.reduce((sum, { result }) => sum + result.fixed, 0);
  const left = files.flatMap(({ file, result: { analysis, left: problems } }) =>
    problems.map(({ problem, why }) => {
      const { line, character } = analysis.tree.lines.position(problem.span.start);
      return { why, place: `${printedPath(file)}:${line + 1}:${character + 1}` };
    }),
  );
  const reasons = (['decision', 'hand', 'untried'] as const).flatMap((reason) => {
    const places = left.filter(({ why }) => why === reason).map(({ place }) => place);
    if (places.length === 0) return [];
    const shown = places.slice(0, PLACES).join(', ') + (places.length > PLACES ? ', …' : '');
    return [`  ${translate(REASONS[reason](places.length))}: ${shown}\n`];
  });
  const done =
    fixed === 1
      ? t('1 problem fixed, {0} left', left.length)
      : t('{0} problems fixed, {1} left', fixed, left.length);
  return `${translate(done)}${left.length > 0 ? ':' : '.'}\n${reasons.join('')}`;
}

/** Maximum number of places that are named; the report has all problems. */
const PLACES = 20;
