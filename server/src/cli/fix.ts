import { startBudget } from '../lsp/time-budget';
import {
  fixAll,
  t,
  type Analysis,
  type FixedAll,
  type LeftProblem,
  type Problem,
  type Text,
  type Translate,
} from '../language';
import { unifiedDiff } from './diff';
import { printedPath } from './printed';
import type { Source } from './source';
import { refuseUnwritable, replaceFile } from './write';

/** Milliseconds for the fixes of one file, more than almost any file needs. Remaining problems are reported. */
const FIX_TIME = 10_000;

/** What to do with a fixed file: write it, or show the changes. */
export type FixMode = 'write' | 'diff';

/** A file after fixing, and every problem that is left. */
export interface FixedFile extends Pick<FixedAll, 'analysis' | 'fixed'> {
  readonly left: readonly { readonly problem: Problem; readonly why: Why }[];
}

/** `unwritten`: the file could not be written. */
type Why = LeftProblem['why'] | 'unwritten';

/** Where texts go. */
export interface FixStreams {
  readonly text: (text: string | Uint8Array) => void;
  readonly diff: (text: string) => void;
}

/**
 * Fixes a file and returns the result. Bytes that are not UTF-8 are not changed. The text of standard input is printed,
 * fixed or not, and so is the diff. Throws if writing fails, or would fail.
 */
export function fixFile(
  source: Source,
  analysis: Analysis,
  mode: FixMode,
  to: FixStreams,
): FixedFile {
  const fixed = source.notUtf8
    ? untouched(analysis, 'hand')
    : fixAll(analysis, startBudget(performance.now(), FIX_TIME));
  const { text } = fixed.analysis.source;
  if (mode === 'diff') {
    if (source.origin && text !== source.text) refuseUnwritable(source.origin);
    to.diff(unifiedDiff(printedPath(source.file), source.text, text));
  } else if (!source.origin) to.text(source.notUtf8 ? source.bytes : text);
  else if (text !== source.text) replaceFile(source.origin, text);
  return fixed;
}

/** The result for a file that is not changed. */
export function untouched(analysis: Analysis, why: Why): FixedFile {
  const left = analysis.allProblems.map((problem) => ({ problem, why }));
  return { analysis, fixed: 0, left };
}

/** How many problems are left for a reason. */
const REASONS: Readonly<Record<Why, (many: number, fixed: number) => Text>> = {
  decision: (many) => (many === 1 ? t('1 needs a decision') : t('{0} need a decision', many)),
  hand: (many) =>
    many === 1 ? t('1 has to be fixed by hand') : t('{0} have to be fixed by hand', many),
  untried: (many, fixed) => {
    // A second run begins with the same problems if nothing was fixed.
    if (fixed === 0)
      return many === 1
        ? t('1 was not tried, because the file is long')
        : t('{0} were not tried, because the file is long', many);
    return many === 1
      ? t('1 was not tried, because the file is long: run it again')
      : t('{0} were not tried, because the file is long: run it again', many);
  },
  unwritten: (many) =>
    many === 1
      ? t('1 is in a file that cannot be written')
      : t('{0} are in files that cannot be written', many),
};

/** How many problems were fixed in all files, or would be, how many are left, why and where. */
export function fixSummary(
  files: readonly { file: string; result: FixedFile }[],
  mode: FixMode,
  translate: Translate,
): string {
  const fixed = files.reduce((sum, { result }) => sum + result.fixed, 0);
  const left = files.flatMap(({ file, result: { analysis, left: problems } }) =>
    problems.map(({ problem, why }) => {
      const { line, character } = analysis.tree.lines.position(problem.span.start);
      return { why, place: `${printedPath(file)}:${line + 1}:${character + 1}` };
    }),
  );
  const reasons = (['decision', 'hand', 'untried', 'unwritten'] as const).flatMap((reason) => {
    const places = left.filter(({ why }) => why === reason).map(({ place }) => place);
    if (places.length === 0) return [];
    const shown = places.slice(0, PLACES).join(', ') + (places.length > PLACES ? ', …' : '');
    return [`  ${translate(REASONS[reason](places.length, fixed))}: ${shown}\n`];
  });
  const done = DONE[mode](fixed, left.length);
  return `${translate(done)}${left.length > 0 ? ':' : '.'}\n${reasons.join('')}`;
}

const DONE: Readonly<Record<FixMode, (fixed: number, left: number) => Text>> = {
  write: (fixed, left) =>
    fixed === 1
      ? t('1 problem fixed, {0} left', left)
      : t('{0} problems fixed, {1} left', fixed, left),
  diff: (fixed, left) =>
    fixed === 1
      ? t('1 problem would be fixed, {0} left', left)
      : t('{0} problems would be fixed, {1} left', fixed, left),
};

/** Maximum number of places that are named; the report has all problems. */
const PLACES = 20;
