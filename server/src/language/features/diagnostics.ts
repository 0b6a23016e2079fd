import type { Diagnostic } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { toDiagnostic } from '../problem/diagnostic';
import type { Shown } from '../unfinished';
import { workspaceDiagnostic, workspaceProblems } from '../workspace/problems';

/**
 * The problems of a document as LSP diagnostics (`textDocument/diagnostic`, `textDocument/publishDiagnostics`), in a
 * workspace also those that come from its other files.
 *
 * @param shown what is reported in the place of all problems of the document
 */
export function diagnostics(analysis: Analysis, shown: Shown = analysis): Diagnostic[] {
  const { workspace, client } = analysis.environment;
  const { source, tree } = shown;
  const own = shown.problems.map((problem) => toDiagnostic(problem, source.uri, tree.lines));
  const others = workspace
    ? analysis.failures.attempt(
        'problems with other files',
        () => workspaceProblems(analysis.summary, workspace).map(workspaceDiagnostic),
        [],
      )
    : [];
  const { pages } = client;
  return [...own, ...others].map((one) =>
    pages === undefined
      ? one
      : { ...one, codeDescription: { href: `${pages}/${String(one.code)}.md` } },
  );
}
