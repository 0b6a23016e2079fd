import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import { toRange } from '../base/lsp-range';
import type { Lines } from '../base/span';
import type { Problem, Severity } from './problem';

/** The severities of LSP. */
export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** A problem as LSP carries it; `uri` and `lines` are those of the text that its span belongs to. */
export function toDiagnostic(problem: Problem, uri: string, lines: Lines): Diagnostic {
  const { code, severity, message, data, related } = problem;
  return {
    range: toRange(problem.span, lines),
    severity: SEVERITIES[severity],
    code,
    source: 'dstack',
    message,
    ...(code === 'removed-key' ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(data ? { data } : {}),
    ...(related
      ? {
          relatedInformation: related.map(({ span, message }) => ({
            location: { uri, range: toRange(span, lines) },
            message,
          })),
        }
      : {}),
  };
}
