import { writeFileSync } from 'node:fs';
import { collectProblems } from './collect';

/** What VS Code calls where its extension host is Node: leaves the problems in the file `DSTACK_TEST_RESULTS`. */
export async function run(): Promise<void> {
  writeFileSync(process.env['DSTACK_TEST_RESULTS'] ?? '', JSON.stringify(await collectProblems()));
}
