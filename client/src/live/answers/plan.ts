import { changesBetween, type Change } from './changes';
import { Json } from './json';
import { offerOf, type Offer } from './offer';
import { runOf, type Run } from './run';

export interface JobPlan {
  /** The group of nodes or replicas; undefined where there is only one. */
  readonly group: string | undefined;
  readonly offers: readonly Offer[];
  /** Of which `offers` are the cheapest. */
  readonly total: number;
  /** $ per hour, of the most expensive one. */
  readonly highest: number | undefined;
  /** $ per hour: the limit that the server applies. */
  readonly maxPrice: number | undefined;
}

/** What the server would do with a configuration. */
export interface Plan {
  readonly action: 'create' | 'update';
  readonly jobs: readonly JobPlan[];
  /** The run that has this name now. */
  readonly current: Run | undefined;
  /** What differs from it. */
  readonly changes: readonly Change[];
}

/** The plan of `get_plan`. */
export function planIn(answer: unknown): Plan {
  const json = new Json(answer);
  const jobs = json.get('job_plans').list.map(jobPlanOf);
  const groups = new Set(jobs.map(({ group }) => group));
  const spec = (of: Json) => of.get('configuration');
  return {
    action: json.get('action').text === 'update' ? 'update' : 'create',
    // Replicas of one group have the same plan.
    jobs: [...groups].flatMap((group) => {
      const first = jobs.find((job) => job.group === group);
      return first ? [groups.size > 1 ? first : { ...first, group: undefined }] : [];
    }),
    current: runOf(json.get('current_resource')),
    changes: changesBetween(
      spec(json.get('current_resource').get('run_spec')),
      spec(json.get('effective_run_spec')),
    ),
  };
}

function jobPlanOf(json: Json): JobPlan {
  const offers = json.get('offers').list.flatMap((one) => offerOf(one) ?? []);
  const spec = json.get('job_spec');
  return {
    group: spec.get('node_group_name').text ?? spec.get('replica_group').text,
    offers: offers.sort((a, b) => a.price - b.price),
    total: json.get('total_offers').number ?? offers.length,
    highest: json.get('max_price').number,
    maxPrice: spec.get('requirements').get('max_price').number,
  };
}
