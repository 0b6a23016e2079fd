import type { CodeAction, Position, Range } from 'vscode-languageserver-types';
import { codeActions, hover, type Analysis } from '../../../server/src/language';
import { FIX_ALL_KIND } from '../../../server/src/language/features/code-actions/kinds';
import { startBudget } from '../../../server/src/lsp/time-budget';
import type { Change, Description, Problem } from '../protocol';
import { problemsOf, toProblem } from './problems';

/** Milliseconds for finding the fixes of a place, and for fixing all problems. */
const TIME = 400;
const TIME_FOR_ALL = 3000;

/** What is known of a place: its problems with their fixes, and its documentation. */
export function describeAt(analysis: Analysis, position: Position): Description {
  const range = { start: position, end: position };
  const actions = actionsAt(analysis, range, ['quickfix', 'refactor'], TIME);
  const fixesOf = (problem: Problem) =>
    actions.filter(({ diagnostics: [one] = [] }) => one && isSame(toProblem(one), problem));
  const found = hover(analysis, { position });
  const contents = found?.contents;
  const documentation =
    typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
  return {
    problems: problemsOf(analysis)
      .filter((problem) => touches(problem.range, position))
      .map((problem) => ({ problem, fixes: fixesOf(problem).map(toChange) })),
    ...(documentation === undefined ? {} : { documentation }),
    ...(found?.range ? { range: found.range } : {}),
    rewrites: actions.filter(({ diagnostics: of }) => !of).map(toChange),
  };
}

/** All safe fixes as one change; undefined if there is none. */
export function fixAllOf(analysis: Analysis): Change | undefined {
  const start = { line: 0, character: 0 };
  const [action] = actionsAt(analysis, { start, end: start }, [FIX_ALL_KIND], TIME_FOR_ALL);
  return action && toChange(action);
}

function actionsAt(
  analysis: Analysis,
  range: Range,
  only: string[],
  milliseconds: number,
): readonly CodeAction[] {
  const { length } = analysis.source.text;
  const budget = startBudget(performance.now(), milliseconds, length);
  return codeActions(analysis, {
    range,
    context: { diagnostics: [], only },
    version: null,
    budget,
  });
}

function toChange({ title, edit }: CodeAction): Change {
  const changes = edit?.documentChanges ?? [];
  // Snippets and new files are for clients that have announced them.
  const edits = changes
    .flatMap((change) => ('edits' in change ? change.edits : []))
    .filter((one) => 'newText' in one);
  return { title, edits };
}

function isSame(a: Problem, b: Problem): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function touches({ start, end }: Range, at: Position): boolean {
  return !isBefore(at, start) && !isBefore(end, at);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
