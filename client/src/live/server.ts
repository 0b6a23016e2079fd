import type { PlanInput } from '../../../server/src/language/live/plan-input';
import { newestEventIn } from './answers/events';
import { fleetsIn, type Fleet } from './answers/fleets';
import { gatewaysIn, type Gateway } from './answers/gateways';
import { gpusIn, type Gpu } from './answers/gpus';
import { logPageIn, type LogPage } from './answers/logs';
import { planIn, type Plan } from './answers/plan';
import { projectIn, type Project } from './answers/project';
import { projectsIn } from './answers/projects';
import { fleetPlanIn, gatewayPlanIn, type ResourcePlan } from './answers/resource-plan';
import { runIn, runsIn, type Run } from './answers/run';
import { secretsIn } from './answers/secrets';
import { serverVersionIn } from './answers/server-info';
import { volumesIn, type Volume } from './answers/volumes';
import { LiveFailure } from './failure';
import type { Requests } from './request';
import { t } from './texts';

/** The newest release whose answers are known. */
const NEWEST = '0.22.5';

/** Runs in one answer, at most 2.5 kB each. */
const RUNS = 100;

/** One project of a server: a method for each question, each of which rejects with a LiveFailure. */
export class Server {
  /** The release of the server, known after `greet`. */
  version = '';

  constructor(
    private readonly requests: Requests,
    readonly project: string,
  ) {}

  /** Asks for the release of the server, and from then on speaks its language. It needs no token. */
  async greet(): Promise<string> {
    const version = serverVersionIn(await this.requests.post('server/get_info'));
    if (version === undefined)
      throw new LiveFailure('unreadable', t('The address does not belong to a dstack server.'));
    // A server rejects each request of a client that is newer.
    this.requests.apiVersion = isNewer(version, NEWEST) ? NEWEST : version;
    this.version = version;
    return version;
  }

  async projects(): Promise<readonly string[]> {
    return projectsIn(await this.requests.post('projects/list', {}));
  }

  async about(): Promise<Project> {
    return projectIn(await this.requests.post('projects/{}/get'));
  }

  /** What the server would do with a configuration, with at most that many offers for each job. */
  async plan({ configuration, profile, name }: PlanInput, offers: number): Promise<Plan> {
    const spec = {
      configuration,
      ...(name === null ? {} : { run_name: name }),
      ...(profile === null ? {} : { profile }),
    };
    return planIn(
      await this.requests.post('project/{}/runs/get_plan', { run_spec: spec, max_offers: offers }),
    );
  }

  /**
   * What the server would do with a fleet, a gateway or a volume. It has no plan of volumes, nor of SSH fleets without
   * their private keys, which are not sent: then only what exists is known.
   */
  async resourcePlan(input: PlanInput): Promise<ResourcePlan> {
    const { type, configuration, profile } = input;
    if (type === 'volume') return existing(input, await this.volumes());
    if (type === 'fleet' && configuration['ssh_config'] != null)
      return existing(input, await this.fleets());
    if (type === 'gateway') {
      const spec = { configuration };
      return gatewayPlanIn(await this.requests.post('project/{}/gateways/get_plan', { spec }));
    }
    const spec = { configuration, profile: profile ?? { name: 'default' } };
    return fleetPlanIn(await this.requests.post('project/{}/fleets/get_plan', { spec }));
  }

  async runs(): Promise<readonly Run[]> {
    const body = { project_name: this.project, job_submissions_limit: 1, limit: RUNS };
    return runsIn(await this.requests.post('runs/list', body));
  }

  /** A run by its name. */
  async run(name: string): Promise<Run | undefined> {
    return runIn(await this.requests.post('project/{}/runs/get', { run_name: name }));
  }

  /** Asks for the end of a run; `abort` does not wait for it. */
  async stop(name: string, abort: boolean): Promise<void> {
    await this.requests.post('project/{}/runs/stop', { runs_names: [name], abort });
  }

  /** A page of the log of a job, from `since` on. */
  async logs(run: string, submission: string, since?: string, token?: string): Promise<LogPage> {
    const body = {
      run_name: run,
      job_submission_id: submission,
      limit: 1000,
      ...(since === undefined ? {} : { start_time: since }),
      ...(token === undefined ? {} : { next_token: token }),
    };
    return logPageIn(await this.requests.post('project/{}/logs/poll', body));
  }

  /** The GPUs that the backends offer, with `auto` of all instances. */
  async gpus(spot: 'spot' | 'auto'): Promise<readonly Gpu[]> {
    const configuration = {
      type: 'task',
      // Without an image: older servers would ask a registry for any.
      commands: [':'],
      resources: { gpu: '1..' },
      spot_policy: spot,
    };
    return gpusIn(
      await this.requests.post('project/{}/gpus/list', { run_spec: { configuration } }),
    );
  }

  async fleets(): Promise<readonly Fleet[]> {
    return fleetsIn(await this.requests.post('project/{}/fleets/list'));
  }

  async volumes(): Promise<readonly Volume[]> {
    return volumesIn(await this.requests.post('project/{}/volumes/list'));
  }

  async gateways(): Promise<readonly Gateway[]> {
    return gatewaysIn(await this.requests.post('project/{}/gateways/list'));
  }

  /** Names only. Rejects with `denied` for plain members. */
  async secrets(): Promise<readonly string[]> {
    return secretsIn(await this.requests.post('project/{}/secrets/list'));
  }

  /** The newest event of the project, which is new after each change in it. */
  async newestEvent(projectId: string): Promise<string | undefined> {
    const body = { limit: 1, within_projects: [projectId] };
    return newestEventIn(await this.requests.post('events/list', body));
  }
}

function existing(
  { name }: PlanInput,
  all: readonly { readonly name: string; readonly status: string }[],
): ResourcePlan {
  const current = all.find((one) => one.name === name);
  return { action: undefined, current, changes: [], offers: undefined };
}

/** Whether one release is newer than another. */
export function isNewer(release: string, other: string): boolean {
  const [a, b] = [release, other].map((one) =>
    one.split('.').map((part) => Number.parseInt(part, 10)),
  );
  for (const [index, number] of (a ?? []).entries()) {
    const difference = number - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
