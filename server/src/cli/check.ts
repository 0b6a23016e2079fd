import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Analysis, type ProblemCode, type Severity } from '../language';

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

/** Checks one file; `-` is standard input. Throws where it cannot be read. */
export function checkFile(file: string): Finding[] {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  const uri = file === '-' ? 'stdin:' : pathToFileURL(resolve(file)).href;
  const { problems, tree } = new Analysis({ uri, text });
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
