import { writeFileSync } from 'node:fs';
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

export interface TestResult {
  readonly name: string;
  /** What went wrong; a test that passed has none. */
  readonly error?: string;
}

/**
 * What VS Code calls, in both runners. Results go to the file that `DSTACK_TEST_RESULTS` names after each test, so
 * that a crash shows what was reached. `DSTACK_TEST_FILTER` is a part of the names of the tests to run, if not all.
 * Rejects when a test has failed.
 */
export async function run(): Promise<void> {
  const file = process.env['DSTACK_TEST_RESULTS'];
  const filter = process.env['DSTACK_TEST_FILTER'] ?? '';
  const tests = Object.entries({
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
  }).filter(([name]) => name.includes(filter));
  const results: TestResult[] = tests.map(([name]) => ({ name, error: 'VS Code ended before it' }));
  for (const [index, [name, test]] of tests.entries()) {
    results[index] = await outcome(name, test);
    if (file) writeFileSync(file, JSON.stringify(results));
  }
  const failed = results.filter(({ error }) => error !== undefined).length;
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

async function outcome(name: string, test: () => Promise<void>): Promise<TestResult> {
  try {
    await test();
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
