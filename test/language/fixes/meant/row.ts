import type { ProblemCode } from '../../../../server/src/language/problem/codes';

/** A file with one mistake, and what its author meant. */
export interface Meant {
  /** The only error of the file. */
  readonly code: ProblemCode;
  /** Of the preferred fix. */
  readonly title: string;
  readonly before: string;
  /** What the fix leaves; dstack accepts it. */
  readonly after: string;
  /** The errors that show after the fix, where a second mistake was hidden; dstack is not asked then. */
  readonly left?: readonly ProblemCode[];
  /** How many errors there are besides the one, which the fix settles as well. */
  readonly others?: number;
}

/** Rows of one code and title; each is the text before and after, which begin with the line break of their quotes. */
export function meant(
  code: ProblemCode,
  title: string,
  pairs: readonly (readonly [before: string, after: string])[],
): readonly Meant[] {
  return pairs.map(([before, after]) => ({
    code,
    title,
    before: before.replace(/^\n/, ''),
    after: after.replace(/^\n/, ''),
  }));
}

/** The same about what follows a whole task. */
export function ofTask(
  code: ProblemCode,
  title: string,
  pairs: readonly (readonly [before: string, after: string])[],
): readonly Meant[] {
  const task = (text: string) => `type: task\ncommands: [ls]\n${text.replace(/^\n/, '')}`;
  return meant(
    code,
    title,
    pairs.map(([before, after]) => [task(before), task(after)]),
  );
}

/** The same rows, of which errors are left that the mistake has hidden. */
export function leaving(left: readonly ProblemCode[], rows: readonly Meant[]): readonly Meant[] {
  return rows.map((row) => ({ ...row, left }));
}

/** The same rows, in which other errors tell of the same mistake. */
export function together(others: number, rows: readonly Meant[]): readonly Meant[] {
  return rows.map((row) => ({ ...row, others }));
}
