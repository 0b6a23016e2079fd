import type { Diagnostic } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Environment } from '../environment';
import { locatedDiagnostic, toDiagnostic } from '../problem/diagnostic';
import { oncePerLine } from '../problem/once';
import type { Shown } from '../unfinished';
import { workspaceProblems } from '../workspace/problems';
import type { Summary } from '../workspace/summary';

/**
 * The problems of a document as LSP diagnostics (`textDocument/diagnostic`, `textDocument/publishDiagnostics`), in a
 * workspace also those that come from its other files.
 *
 * @param shown reported instead of all problems of the document
 */
export function diagnostics(analysis: Analysis, shown: Shown = analysis): Diagnostic[] {
  const others = analysis.failures.attempt(
    'problems with other files',
    () => otherDiagnostics(analysis.summary, analysis.environment),
    [],
  );
  return [...ownDiagnostics(analysis, shown), ...others];
}

/** The same without the problems that come from other files. */
export function ownDiagnostics(analysis: Analysis, shown: Shown = analysis): Diagnostic[] {
  const { problems, source, tree } = shown;
  return withPages(
    oncePerLine(problems, tree.lines).map((one) => toDiagnostic(one, source.uri, tree.lines)),
    analysis.environment,
  );
}

/** The problems that come from other files alone, for a document with this summary. */
export function otherDiagnostics(summary: Summary, environment: Environment): Diagnostic[] {
  const { workspace, live } = environment;
  if (!workspace) return [];
  return withPages(workspaceProblems(summary, workspace, live).map(locatedDiagnostic), environment);
}

function withPages(found: Diagnostic[], { client }: Environment): Diagnostic[] {
  const { page } = client;
  if (page === undefined) return found;
  return found.map((one) => ({
    ...one,
    codeDescription: { href: page.replace('{code}', String(one.code)) },
  }));
}
