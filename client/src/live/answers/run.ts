import { Json } from './json';

/** The states of a run. Mirrors `RunStatus`. */
export const RUN_STATES = [
  'pending',
  'submitted',
  'provisioning',
  'running',
  'terminating',
  'terminated',
  'failed',
  'done',
] as const;

export type RunState = (typeof RUN_STATES)[number];

export interface Job {
  readonly name: string;
  /** The last submission, which has the logs. */
  readonly submission: string;
  readonly submittedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly status: string;
  readonly reason: string | undefined;
  readonly backend: string | undefined;
  readonly region: string | undefined;
  readonly instance: string | undefined;
  /** $ per hour. */
  readonly price: number | undefined;
  readonly ideUrl: string | undefined;
}

/** A run. `env`, keys and passwords, which the server's answer has, are not among its properties. */
export interface Run {
  readonly id: string;
  readonly name: string;
  readonly type: string | undefined;
  readonly state: RunState;
  /** The state as `dstack ps` shows it, such as `pulling` or `exited (3)`. */
  readonly status: string;
  readonly reason: string | undefined;
  readonly user: string | undefined;
  /** Milliseconds since 1970. */
  readonly submittedAt: number | undefined;
  /** $ so far. */
  readonly cost: number | undefined;
  /** The file that the command line was given, relative to its folder. */
  readonly file: string | undefined;
  readonly serviceUrl: string | undefined;
  readonly jobs: readonly Job[];
}

/** The runs of `runs/list`, newest first as they come. */
export function runsIn(answer: unknown): readonly Run[] {
  return new Json(answer).list.flatMap((one) => runOf(one) ?? []);
}

/** The run of `runs/get`. */
export function runIn(answer: unknown): Run | undefined {
  return runOf(new Json(answer));
}

/** A run in an answer; undefined without what identifies it, or in a state that dstack 0.22.5 does not have. */
export function runOf(json: Json): Run | undefined {
  const spec = json.get('run_spec');
  const configuration = spec.get('configuration');
  const id = json.get('id').text;
  const name = spec.get('run_name').text ?? configuration.get('name').text;
  const status = json.get('status').text;
  const state = RUN_STATES.find((one) => one === status);
  if (id === undefined || name === undefined || state === undefined) return undefined;
  const jobs = json.get('jobs').list.flatMap(jobOf);
  const [only] = jobs.length === 1 ? jobs : [];
  return {
    id,
    name,
    type: configuration.get('type').text,
    state,
    // A run that has ended says how in its only job.
    status:
      (isFinished(state) ? only?.status : undefined) ?? json.get('status_message').text ?? state,
    reason: reasonOf(json, only),
    user: json.get('user').text,
    submittedAt: json.get('submitted_at').time,
    cost: costOf(json.get('cost').number),
    file: spec.get('configuration_path').text,
    serviceUrl: json.get('service').get('url').text,
    jobs,
  };
}

/** Whether a run in this state never changes again. Mirrors `RunStatus.finished_statuses`. */
export function isFinished(state: RunState): boolean {
  return state === 'terminated' || state === 'failed' || state === 'done';
}

function costOf(cost: number | undefined): number | undefined {
  return cost === undefined || cost < 0 ? undefined : cost;
}

function reasonOf(json: Json, job: Job | undefined): string | undefined {
  return (
    json.get('error').text ?? job?.reason ?? json.get('termination_reason').text?.replace(/_/g, ' ')
  );
}

function jobOf(json: Json): readonly Job[] {
  const last = json.get('job_submissions').list.at(-1);
  const submission = last?.get('id').text;
  const name = json.get('job_spec').get('job_name').text;
  if (last === undefined || submission === undefined || name === undefined) return [];
  const machine = last.get('job_provisioning_data');
  const message = last.get('termination_reason_message').text;
  const reason = last.get('termination_reason').text?.replace(/_/g, ' ');
  return [
    {
      name,
      submission,
      submittedAt: last.get('submitted_at').time,
      finishedAt: last.get('finished_at').time,
      status: last.get('status_message').text ?? last.get('status').text ?? 'unknown',
      reason: message ?? reason,
      backend: machine.get('backend').text,
      region: machine.get('region').text,
      instance: machine.get('instance_type').get('name').text,
      price: machine.get('price').number,
      ideUrl: json.get('job_connection_info').get('attached_ide_url').text,
    },
  ];
}
