import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import { locatedDiagnostic, toDiagnostic, type LocatedProblem } from '../../problem/diagnostic';
import type { Problem } from '../../problem/problem';
import { fixesFor } from '../../fixes';
import { difference } from '../../edit/difference';
import { fixAll, type FixedAll, type LeftProblem } from '../../fixes/fix-all';
import { UNLIMITED, type TimeBudget } from '../../base/time-budget';
import { refactoringsAt, type Refactoring } from '../../refactor';
import { span } from '../../base/span';
import { visibleLine } from '../../base/visible';
import { workspaceProblems } from '../../workspace/problems';
import { FIX_ALL_KIND } from './kinds';
import { documentActions } from './documents';
import { workspaceEdit } from './workspace-edit';
import { t, type Text } from '../../l10n/text';

const REFACTOR_KINDS: Readonly<Record<Refactoring['kind'], string>> = {
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
};

/** A request for code actions. */
export interface CodeActionsAt {
  readonly range: Range;
  readonly context: Partial<CodeActionContext>;
  /** The version of the document, so no edit is applied to another text. */
  readonly version: number | null;
  /** Limits the attempts. */
  readonly budget?: TimeBudget;
}

/**
 * The actions at a range (`textDocument/codeAction`): quick fixes of the problems that it touches, best first, other
 * ways to write the same, and for the whole file all fixes at once.
 */
export function codeActions(
  analysis: Analysis,
  { range, context: { only }, version, budget = UNLIMITED }: CodeActionsAt,
): CodeAction[] {
  const wants = (kind: string) =>
    !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const part = (name: string, isWanted: boolean, make: () => CodeAction[]) =>
    isWanted ? analysis.failures.attempt(name, make, []) : [];
  return [
    ...part('quick fixes', wants(CodeActionKind.QuickFix), () =>
      quickFixes(analysis, range, version, budget),
    ),
    ...part('refactorings', Object.values(REFACTOR_KINDS).some(wants), () =>
      refactorings(analysis, range, version, budget).filter(({ kind }) => kind && wants(kind)),
    ),
    // Only on request by name, as on save: it is not a fix of one problem.
    ...part('fix all', only !== undefined && wants(FIX_ALL_KIND), () =>
      fixAllAction(analysis, version, budget),
    ),
  ];
}

function quickFixes(
  analysis: Analysis,
  range: Range,
  version: number | null,
  budget: TimeBudget,
): CodeAction[] {
  const { lines } = analysis.tree;
  const start = lines.offset(range.start);
  const end = lines.offset(range.end);
  const fixesIn = (of: Analysis, reported: readonly Reported[]): CodeAction[] =>
    reported.flatMap(({ found, diagnostic }) => {
      if (found.span.end < start || found.span.start > end) return [];
      if (of !== analysis && analysis.problems.some((one) => isSame(one, found))) return [];
      if (found.code === 'several-documents') return documentActions(of, diagnostic, version);
      return fixesFor(of, found, budget).map(({ title, edits, preferred }) => ({
        title: visibleLine(title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        ...(preferred ? { isPreferred: true } : {}),
        edit: workspaceEdit(of, edits, version),
      }));
    });
  const document = analysis.documentAt(start);
  const told = fixesIn(analysis, [...reportedOf(analysis), ...reportedWithOthers(analysis)]);
  // If there are several documents, only that is reported; other problems in each can be fixed before it is moved.
  return document === analysis ? told : [...told, ...fixesIn(document, reportedOf(document))];
}

function isSame(one: Problem, other: Problem): boolean {
  return one.code === other.code && one.span.start === other.span.start;
}

/** A problem in the form of the fixes, and in that of the client. */
interface Reported {
  readonly found: Problem;
  readonly diagnostic: Diagnostic;
}

function reportedOf({ problems, source, tree }: Analysis): readonly Reported[] {
  return problems.map((found) => ({
    found,
    diagnostic: toDiagnostic(found, source.uri, tree.lines),
  }));
}

function reportedWithOthers(analysis: Analysis): readonly Reported[] {
  const { environment, failures, summary } = analysis;
  const { workspace } = environment;
  if (!workspace) return [];
  const { lines } = analysis.tree;
  const inText = ({ range, code, severity, message, data }: LocatedProblem): Problem => {
    const at = span(lines.offset(range.start), lines.offset(range.end));
    return { code, severity, span: at, message, ...(data ? { data } : {}) };
  };
  return failures
    .attempt(
      'problems with other files',
      () => workspaceProblems(summary, workspace, environment.live),
      [],
    )
    .map((one) => ({ found: inText(one), diagnostic: locatedDiagnostic(one) }));
}

function refactorings(
  analysis: Analysis,
  range: Range,
  version: number | null,
  budget: TimeBudget,
): CodeAction[] {
  const offset = analysis.tree.lines.offset(range.start);
  const document = analysis.documentAt(offset);
  return refactoringsAt(document, offset, budget).map(({ title, kind, edits }) => ({
    title: visibleLine(document.environment.translate(title)),
    kind: REFACTOR_KINDS[kind],
    edit: workspaceEdit(document, edits, version),
  }));
}

function fixAllAction(
  analysis: Analysis,
  version: number | null,
  budget: TimeBudget,
): CodeAction[] {
  const { text } = analysis.source;
  const result = fixAll(analysis, budget);
  const fixed = result.analysis.source.text;
  if (fixed === text) return [];
  const edit = workspaceEdit(analysis, [difference(text, fixed)], version);
  return [{ title: analysis.environment.translate(fixAllTitle(result)), kind: FIX_ALL_KIND, edit }];
}

/** Says how many problems are fixed, and why the others are left. */
function fixAllTitle({ fixed, left }: FixedAll): Text {
  const title = fixed === 1 ? t('Fix 1 problem') : t('Fix {0} problems', fixed);
  const count = (reason: LeftProblem['why']) => left.filter(({ why }) => why === reason).length;
  const counts: readonly (readonly [number, Text])[] = [
    [count('decision'), t('{0} to decide', count('decision'))],
    [count('hand'), t('{0} to fix by hand', count('hand'))],
    [count('untried'), t('{0} not tried yet', count('untried'))],
  ];
  const [first, ...others] = counts.flatMap(([number, text]) => (number > 0 ? [text] : []));
  if (!first) return title;
  const reasons = others.reduce((all, one) => t('{0}, {1}', all, one), first);
  return t('{0}, {1} left: {2}', title, left.length, reasons);
}
