import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-types';
import { toRange } from '../base/lsp-range';
import type { Lines } from '../base/span';
import type { ProblemCode } from './codes';
import type { Problem, Severity } from './problem';

/** The severities of LSP. */
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** Codes of properties that an editor strikes out. */
const STRUCK_OUT: ReadonlySet<ProblemCode> = new Set(['deprecated-key', 'removed-key']);

/** A problem whose places are ranges, in its own file and in others. */
export interface LocatedProblem extends Omit<Problem, 'span' | 'related'> {
  readonly range: Range;
  readonly related?: readonly {
    readonly uri: string;
    readonly range: Range;
    readonly message: string;
  }[];
}

/** A problem as LSP carries it. */
export function locatedDiagnostic(problem: LocatedProblem): Diagnostic {
  const { range, code, severity, message, data, related } = problem;
  return {
    range,
    severity: SEVERITIES[severity],
    code,
    source: 'dstack',
    message,
    ...(STRUCK_OUT.has(code) ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(data ? { data } : {}),
    ...(related
      ? {
          relatedInformation: related.map(({ uri, range, message }) => ({
            location: { uri, range },
            message,
          })),
        }
      : {}),
  };
}

/** The same of a problem with spans; `uri` and `lines` are those of the text that they belong to. */
export function toDiagnostic(problem: Problem, uri: string, lines: Lines): Diagnostic {
  const { span, related, ...rest } = problem;
  const range = toRange(span, lines);
  if (!related) return locatedDiagnostic({ ...rest, range });
  return locatedDiagnostic({
    ...rest,
    range,
    related: related.map(({ span, message }) => ({ uri, range: toRange(span, lines), message })),
  });
}
