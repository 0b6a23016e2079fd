import { AGENT_TESTS } from './agents';
import { AS_READ_TESTS } from './as-read';
import { ENTER_TESTS } from './enter';
import { FIX_TESTS } from './fixes';
import { NAVIGATION_TESTS } from './navigation';
import { OFFER_TESTS } from './offer';
import { OVER_TESTS } from './over';
import { RELEASE_TESTS } from './releases';
import { REPORT_TESTS } from './report';
import { TESTS } from './tests';
import { TYPING_TESTS } from './typing';
import { WORKSPACE_TESTS } from './workspace';

/** A part of the names of the tests to run, if not all; set while bundling. */
declare const __FILTER__: string;

/** Milliseconds for one test, which may wait 20 seconds several times. */
const MOST = 90_000;

export interface TestResult {
  readonly name: string;
  /** What went wrong; a test that passed has none. */
  readonly error?: string;
}

type Tests = Readonly<Record<string, () => Promise<void>>>;

/** The tests that need no Node, in the order in which they run. */
export const EVERYWHERE: Tests = {
  ...TESTS,
  ...AGENT_TESTS,
  ...AS_READ_TESTS,
  ...ENTER_TESTS,
  ...FIX_TESTS,
  ...NAVIGATION_TESTS,
  ...OFFER_TESTS,
  ...OVER_TESTS,
  ...RELEASE_TESTS,
  ...REPORT_TESTS,
  ...TYPING_TESTS,
  ...WORKSPACE_TESTS,
};

/**
 * Runs tests one after the other. `report` gets all results after each test, so that a crash shows what was reached.
 * Rejects when a test has failed.
 */
export async function runTests(
  all: Tests,
  report: (results: readonly TestResult[]) => void,
): Promise<void> {
  const tests = Object.entries(all).filter(([name]) => name.includes(__FILTER__));
  const results: TestResult[] = tests.map(([name]) => ({ name, error: 'VS Code ended before it' }));
  for (const [index, [name, test]] of tests.entries()) {
    results[index] = await outcome(name, test);
    report(results);
  }
  const failed = results.filter(({ error }) => error !== undefined).length;
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

/** Rejects after a time that no test takes, so that one that waits for ever does not end the others. */
function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`It took more than ${MOST} ms.`)), MOST);
  });
}

async function outcome(name: string, test: () => Promise<void>): Promise<TestResult> {
  try {
    await Promise.race([test(), tooLong()]);
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
