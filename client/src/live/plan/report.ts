import type { Plan } from '../answers/plan';
import { isFinished } from '../answers/run';
import { LiveFailure, type FailureKind } from '../failure';
import type { PlanInput, Server } from '../server';
import { whyNone, type Reason } from './why-none';
import { t } from '../texts';

/** Offers that are requested: enough for totals of most projects, and 250 kB. */
const OFFERS = 500;

/** What is known about a file now: a plan, or why there is none. */
export type PlanReport =
  | {
      readonly kind: 'plan';
      readonly input: PlanInput;
      readonly plan: Plan;
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: 'failure'; readonly input: PlanInput; readonly failure: LiveFailure };

/** The types that a server plans as runs. */
const RUNS = ['task', 'service', 'dev-environment'];

/** Whether the server plans this type as a run. */
export function isRun(type: string): boolean {
  return RUNS.includes(type);
}

/** Failures that are about the configuration, not about the connection. */
const ABOUT_THE_FILE: readonly FailureKind[] = ['rejected', 'invalid', 'broken'];

/**
 * Asks the server what it would do with a run, and, if it has no offers, why.
 *
 * @throws LiveFailure if the server does not answer, or not to this user
 */
export async function reportOf(server: Server, input: PlanInput): Promise<PlanReport> {
  try {
    const plan = await server.plan(input, OFFERS);
    return { kind: 'plan', input, plan, reasons: await reasonsOf(server, input, plan) };
  } catch (error) {
    if (!(error instanceof LiveFailure) || !ABOUT_THE_FILE.includes(error.kind)) throw error;
    return { kind: 'failure', input, failure: error };
  }
}

async function reasonsOf(
  server: Server,
  input: PlanInput,
  { jobs, current }: Plan,
): Promise<readonly Reason[]> {
  if (jobs.every(({ total }) => total > 0)) return [];
  // The machine that the run would get may be the one that it has.
  if (current && !isFinished(current.state))
    return [{ text: t('The run `{0}` exists: it may use what it needs itself.', current.name) }];
  return whyNone(server, input);
}
