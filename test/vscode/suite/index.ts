import { writeFileSync } from 'node:fs';
import { OVER_DISK_TESTS } from './over-disk';
import { EVERYWHERE, runTests } from './run';

/** What VS Code calls where its extension host is Node. Results go to the file that `DSTACK_TEST_RESULTS` names. */
export function run(): Promise<void> {
  const file = process.env['DSTACK_TEST_RESULTS'];
  return runTests({ ...EVERYWHERE, ...OVER_DISK_TESTS }, (results) => {
    if (file) writeFileSync(file, JSON.stringify(results));
  });
}
