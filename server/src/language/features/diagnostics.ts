import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Problem, Severity } from '../problem';
import type { Lines } from '../span';
import { toRange } from './range';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/**
 * The problems of a document as LSP diagnostics (`textDocument/diagnostic`, `textDocument/publishDiagnostics`).
 *
 * @param pages URI of the folder with a page for each problem code, to which the codes then link
 */
export function diagnostics(analysis: Analysis, pages?: string): Diagnostic[] {
  return analysis.problems.map((problem) => ({
    ...toDiagnostic(problem, analysis),
    ...(pages === undefined ? {} : { codeDescription: { href: `${pages}/${problem.code}.md` } }),
  }));
}

function toDiagnostic(problem: Problem, { tree, source }: Analysis): Diagnostic {
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
