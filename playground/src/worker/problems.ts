import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { diagnostics, type Analysis, type Shown } from '../../../server/src/language';
import type { Problem } from '../protocol';

const SEVERITIES: ReadonlyMap<DiagnosticSeverity | undefined, Problem['severity']> = new Map([
  [DiagnosticSeverity.Error, 'error'],
  [DiagnosticSeverity.Warning, 'warning'],
]);

/**
 * The problems of a text.
 *
 * @param shown reported instead of all
 */
export function problemsOf(analysis: Analysis, shown?: Shown): readonly Problem[] {
  return diagnostics(analysis, shown).map(toProblem);
}

/** A problem of the language server as the page shows it. */
export function toProblem({ severity, code, message, range }: Diagnostic): Problem {
  return {
    severity: SEVERITIES.get(severity) ?? 'hint',
    code: String(code),
    message: typeof message === 'string' ? message : message.value,
    range,
  };
}
