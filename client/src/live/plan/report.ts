import type { Plan } from '../answers/plan';
import type { ResourcePlan } from '../answers/resource-plan';
import { isFinished } from '../answers/run';
import { LiveFailure, type FailureKind } from '../failure';
import type { PlanInput } from '../../../../server/src/language/live/plan-input';
import type { Server } from '../server';
import { whyNone, type Reason } from './why-none';
import { t } from '../texts';

/** Offers that are requested: enough for totals of most projects, and 250 kB. */
const OFFERS = 500;

/** What is known about a file now: the plan of a run, that of something else, or why there is none. */
export type PlanReport =
  | {
      readonly kind: 'run';
      readonly input: PlanInput;
      readonly plan: Plan;
      readonly reasons: readonly Reason[];
    }
  | ResourceReport
  | { readonly kind: 'failure'; readonly input: PlanInput; readonly failure: LiveFailure };

/** The plan of a fleet, a gateway or a volume. */
export interface ResourceReport {
  readonly kind: 'resource';
  readonly input: PlanInput;
  readonly plan: ResourcePlan;
}

/** The types that a server plans as runs, and the others that it has. A preset is neither. */
const RUNS = ['task', 'service', 'dev-environment'];
const RESOURCES = ['fleet', 'gateway', 'volume'];

/** Whether there is a report of a configuration of this type. */
export function isPlanned(type: string): boolean {
  return RUNS.includes(type) || RESOURCES.includes(type);
}

/** Failures that are about the configuration, not about the connection. */
const ABOUT_THE_FILE: readonly FailureKind[] = ['rejected', 'invalid', 'broken'];

/** The same for what not every user may plan, such as a gateway, and not every release can. */
const ABOUT_THE_TYPE: readonly FailureKind[] = [...ABOUT_THE_FILE, 'denied', 'missing'];

/**
 * Asks the server what it would do with a configuration, and, if a run has no offers, why.
 *
 * @throws LiveFailure if the server does not answer, or not to this user
 */
export async function reportOf(server: Server, input: PlanInput): Promise<PlanReport> {
  const isRun = RUNS.includes(input.type);
  try {
    if (!isRun) return { kind: 'resource', input, plan: await server.resourcePlan(input) };
    const plan = await server.plan(input, OFFERS);
    return { kind: 'run', input, plan, reasons: await reasonsOf(server, input, plan) };
  } catch (error) {
    const kinds = isRun ? ABOUT_THE_FILE : ABOUT_THE_TYPE;
    if (!(error instanceof LiveFailure) || !kinds.includes(error.kind)) throw error;
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
