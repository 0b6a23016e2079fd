import { collectProblems } from './collect';

/** What VS Code calls where its extension host is a worker of a browser: leaves the problems in the log. */
export async function run(): Promise<void> {
  console.log(`dstack-test-results:${JSON.stringify(await collectProblems())}`);
}
