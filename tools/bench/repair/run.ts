import { corpusSamples, fixtureSamples } from '../../../test/support/oracle/corpus';
import { askDstack } from '../../../test/support/oracle/ask-dstack';
import type { ServerCommand } from '../session';
import { Session } from '../session';
import type { Case } from './cases';
import { makeCases } from './cases';
import { judge, type Outcome } from './outcome';
import { repairAll } from './repair';

/** Cases that dstack rejects, made from the public files, or from our own if those do not exist. */
export async function refusedCases(python: string, count: number, seed: number): Promise<Case[]> {
  const cases = makeCases(corpusSamples() ?? fixtureSamples('accepted'), count, seed);
  const verdicts = await askDstack(
    python,
    cases.map(({ text, kind }) => ({ text, kind, plan: true })),
  );
  return cases.filter((_, index) => verdicts[index]?.ok === false);
}

/** Lets a server repair the cases and asks dstack about the results. */
export async function repairedBy(
  server: ServerCommand,
  python: string,
  cases: readonly Case[],
): Promise<readonly Outcome[]> {
  const session = await Session.start(server);
  try {
    const repairs = await repairAll(session, cases);
    const verdicts = await askDstack(
      python,
      repairs.map(({ file, text }) => ({ text, kind: file.kind, plan: true })),
    );
    return repairs.flatMap((repair, index) => {
      const verdict = verdicts[index];
      return verdict ? [judge(repair, verdict)] : [];
    });
  } finally {
    await session.stop();
  }
}
