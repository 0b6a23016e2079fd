import type { ThemeIcon } from 'vscode';
import { isFinished, type Job, type Run, type RunState } from '../../answers/run';
import { money } from '../../plan/money';
import { ago } from '../words';
import { t } from '../../texts';
import { icon, joined, type Row } from './tree';

const ICONS: Readonly<Record<RunState, ThemeIcon>> = {
  pending: icon('watch'),
  submitted: icon('clock', 'blue'),
  provisioning: icon('loading~spin', 'blue'),
  running: icon('play-circle', 'green'),
  terminating: icon('loading~spin', 'yellow'),
  terminated: icon('circle-slash'),
  failed: icon('error', 'red'),
  done: icon('pass', 'green'),
};

/** The rows of the view of runs, as they come: those that have not ended first, then the newest. */
export function runRows(runs: readonly Run[], now: number): readonly Row<Run>[] {
  const active = runs.filter(({ state }) => !isFinished(state));
  const ended = runs.filter(({ state }) => isFinished(state));
  return [...active, ...ended].map((run) => runRow(run, now));
}

function runRow(run: Run, now: number): Row<Run> {
  const { name, type, state, status, reason, user, submittedAt, cost, jobs } = run;
  const age = submittedAt === undefined ? undefined : ago(submittedAt, now);
  const [job] = jobs;
  return {
    label: name,
    description: joined(status, state === 'failed' ? reason : undefined, age, costOf(cost)),
    tooltip: [
      `${type ?? t('run')} ${name}: ${status}`,
      ...(reason === undefined ? [] : [reason]),
      ...(job ? machineOf(job) : []),
      ...(user === undefined ? [] : [t('by {0}', user)]),
      ...(cost === undefined ? [] : [t('{0} so far', money(cost))]),
      ...(run.serviceUrl === undefined ? [] : [run.serviceUrl]),
    ].join('\n'),
    icon: ICONS[state],
    context: contextOf(run),
    about: run,
    ...(jobs.length > 1 ? { rows: jobs.map((one) => jobRow(one, state, run)) } : {}),
  };
}

function jobRow(job: Job, state: RunState, run: Run): Row<Run> {
  return {
    label: job.name,
    description: joined(job.status, job.reason, ...machineOf(job)),
    tooltip: machineOf(job).join('\n'),
    icon: ICONS[state],
    context: 'job',
    about: run,
  };
}

function machineOf({ backend, region, instance, price }: Job): readonly string[] {
  if (backend === undefined) return [];
  const where = [backend, region, instance].filter((one) => one !== undefined).join(' ');
  return [price === undefined ? where : t('{0}, {1} per hour', where, money(price))];
}

function costOf(cost: number | undefined): string | undefined {
  return cost === undefined || cost === 0 ? undefined : money(cost);
}

function contextOf({ state, serviceUrl, jobs }: Run): string {
  return [
    'run',
    ...(isFinished(state) ? [] : ['active']),
    ...(state === 'running' ? ['running'] : []),
    ...(serviceUrl === undefined ? [] : ['service']),
    ...(jobs.some(({ ideUrl }) => ideUrl !== undefined) ? ['ide'] : []),
  ].join(' ');
}
