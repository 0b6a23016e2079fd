/** A problem as every surface can say it: 1-based places, the end excluded. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** The problems of files, by their path in the workspace; a file without problems is not there. */
export type Problems = Readonly<Record<string, readonly Problem[]>>;

/** Problems with their files as `Problems`, in the order of their places. */
export function byFile(found: readonly (Problem & { readonly file: string })[]): Problems {
  const files = new Map<string, Problem[]>();
  for (const { file, line, column, endLine, endColumn, severity, code, message } of found) {
    const problem = { line, column, endLine, endColumn, severity, code, message };
    files.set(file, [...(files.get(file) ?? []), problem]);
  }
  const order = ({ line, column, code }: Problem) => line * 1e6 + column + code.length / 100;
  const sorted = [...files].map(([file, problems]): [string, Problem[]] => [
    file,
    problems.sort((a, b) => order(a) - order(b) || (a.message < b.message ? -1 : 1)),
  ]);
  return Object.fromEntries(sorted.sort(([a], [b]) => (a < b ? -1 : 1)));
}
