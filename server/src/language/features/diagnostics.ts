import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Problem, Severity } from '../problem/problem';
import type { Lines } from '../base/span';
import type { Workspace } from '../workspace/workspace';
import { toRange } from '../base/lsp-range';
import type { Shown } from '../unfinished';
import { workspaceProblems } from '../workspace/problems';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/**
 * The problems of a document as LSP diagnostics (`textDocument/diagnostic`, `textDocument/publishDiagnostics`), with a
 * `workspace` also those that come from its other files.
 *
 * @param pages URI of the folder with a page for each problem code, to which the codes then link
 * @param shown what is told in the place of all problems of the document
 */
export function diagnostics(
  analysis: Analysis,
  pages?: string,
  workspace?: Workspace,
  shown: Shown = analysis,
): Diagnostic[] {
  const own = shown.problems.map((problem) => toDiagnostic(problem, shown));
  const others = workspace
    ? analysis.failures.attempt(
        'problems with other files',
        () => workspaceProblems(analysis.summary, workspace),
        [],
      )
    : [];
  return [...own, ...others].map((one) =>
    pages === undefined
      ? one
      : { ...one, codeDescription: { href: `${pages}/${String(one.code)}.md` } },
  );
}

function toDiagnostic(problem: Problem, { tree, source }: Shown): Diagnostic {
  return {
    range: toRange(problem.span, tree.lines),
    severity: SEVERITIES[problem.severity],
    code: problem.code,
    source: 'dstack',
    message: problem.message,
    ...(problem.code === 'removed-key' ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(problem.data ? { data: problem.data } : {}),
    ...(problem.related ? { relatedInformation: related(problem, source.uri, tree.lines) } : {}),
  };
}

function related(problem: Problem, uri: string, lines: Lines) {
  return (problem.related ?? []).map(({ span, message }) => ({
    location: { uri, range: toRange(span, lines) },
    message,
  }));
}
