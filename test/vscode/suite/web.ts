import { EVERYWHERE, runTests } from './run';

/** Tests about what VS Code has not in a browser, by their names, with the reason. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'a new configuration is begun beside what is there, saved or not':
    'a file that is not saved has a folder only where files are on a disk',
  'the code of a problem links to a page, which is shown as it is to be read':
    'the VS Code server has no preview of Markdown for browsers',
};

/** What VS Code calls where its extension host is a worker of a browser. Results go to the log, after this mark. */
export function run(): Promise<void> {
  const unknown = Object.keys(NOT_HERE).filter((name) => !(name in EVERYWHERE));
  if (unknown.length > 0) throw new Error(`There is no test ${unknown.join()}`);
  const tests = Object.entries(EVERYWHERE).filter(([name]) => !(name in NOT_HERE));
  return runTests(Object.fromEntries(tests), (results) => {
    console.log(`dstack-test-results:${JSON.stringify(results)}`);
  });
}
