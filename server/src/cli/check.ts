import type { Analysis, ProblemCode, Severity } from '../language';

/** One problem as the command line reports it: 1-based lines and columns (UTF-16), the end exclusive. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly message: string;
}

/** The problems of a file. */
export function findingsOf(file: string, { problems, tree }: Analysis): Finding[] {
  return problems.map(({ span, severity, code, message }) => {
    const start = tree.lines.position(span.start);
    const end = tree.lines.position(span.end);
    return {
      file,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      severity,
      code,
      message,
    };
  });
}
