import { readFileSync } from 'node:fs';
import { repositoryPath } from '../support/repository';

/** A row of release-differences.md: what we say and what dstack says, each as its beginning. */
interface Row {
  readonly ours: RegExp;
  readonly dstack: RegExp;
}

const ROWS: readonly Row[] = [
  ...readFileSync(repositoryPath('test/oracle/release-differences.md'), 'utf8').matchAll(
    /^\| `([^`]+)` +\| `([^`]+)` +\| \S.* \|$/gm,
  ),
].map(([, ours = '', dstack = '']) => ({
  // A bar in a table of Markdown is written with a backslash.
  ours: new RegExp(`^(?:${ours.replaceAll('\\|', '|')})`),
  dstack: new RegExp(`^(?:${dstack.replaceAll('\\|', '|')})`),
}));

/** Whether a difference is one that release-differences.md gives a reason for. */
export function isExplained(ours: string, dstack: string): boolean {
  return ROWS.some((row) => row.ours.test(ours) && row.dstack.test(dstack));
}
