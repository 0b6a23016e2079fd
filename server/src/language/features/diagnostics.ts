import type { Diagnostic } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { locatedDiagnostic, toDiagnostic } from '../problem/diagnostic';
import type { Shown } from '../unfinished';
import { workspaceProblems } from '../workspace/problems';

/**
 * The problems of a document as LSP diagnostics (`textDocument/diagnostic`, `textDocument/publishDiagnostics`), in a
 * workspace also those that come from its other files.
 *
 * @param shown reported instead of all problems of the document
 */
export function diagnostics(analysis: Analysis, shown: Shown = analysis): Diagnostic[] {
  const { workspace } = analysis.environment;
  const others = workspace
    ? analysis.failures.attempt(
        'problems with other files',
        () => workspaceProblems(analysis.summary, workspace).map(locatedDiagnostic),
        [],
      )
    : [];
  return [...ownDiagnostics(analysis, shown), ...withPages(others, analysis)];
}

/** The same without the problems that come from other files. */
export function ownDiagnostics(analysis: Analysis, shown: Shown = analysis): Diagnostic[] {
  const { problems, source, tree } = shown;
  return withPages(
    problems.map((problem) => toDiagnostic(problem, source.uri, tree.lines)),
    analysis,
  );
}

function withPages(found: Diagnostic[], { environment }: Analysis): Diagnostic[] {
  const { pages } = environment.client;
  if (pages === undefined) return found;
  return found.map((one) => ({
    ...one,
    codeDescription: { href: `${pages}/${String(one.code)}.md` },
  }));
}
