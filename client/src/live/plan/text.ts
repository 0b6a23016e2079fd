import { isFinished } from '../answers/run';
import type { Plan } from '../answers/plan';
import { written } from './conditions';
import { changesInPlace } from './in-place';
import { changeLines, line, type PlanLine } from './line';
import { offerLines } from './offers';
import type { PlanReport } from './report';
import { resourceLines } from './resource-text';
import { t } from '../texts';
import type { Reason } from './why-none';

/** What the command line adds to a plan when it applies. */
const notCompared = () => t('Not compared: `env`, files and the repository.');

/** The report for people, line by line. `heading` says whose plan it is, and of when. */
export function planLines(report: PlanReport, heading: string): readonly PlanLine[] {
  const { input } = report;
  const end = leftOut(input.left);
  if (report.kind === 'failure') {
    const places = report.failure.places.map(({ path, message }) =>
      line(`  ${written(path)}: ${message}`),
    );
    return [
      line(heading),
      line(),
      line(t('No plan. {0}', report.failure.message)),
      ...places,
      ...end,
    ];
  }
  const lines =
    report.kind === 'run'
      ? runLines(report.plan, report.reasons, input.type)
      : resourceLines(report);
  return [line(heading), line(), ...lines, ...profileLines(input.profile), ...end];
}

function runLines(plan: Plan, reasons: readonly Reason[], type: string): readonly PlanLine[] {
  const why = [line(t('Why there are no offers:')), ...reasons.map(reasonLine), line()];
  return [
    ...actionLines(plan, type),
    line(),
    ...plan.jobs.flatMap((job) => offerLines(job)),
    ...(reasons.length === 0 ? [] : why),
  ];
}

function reasonLine({ text, wish }: Reason): PlanLine {
  return { text: `  - ${text}`, ...(wish ? { wish } : {}) };
}

function actionLines({ current, changes }: Plan, type: string): readonly PlanLine[] {
  if (!current) return [line(t('Apply creates a new run.'))];
  const name = `\`${current.name}\` (${current.status})`;
  if (isFinished(current.state))
    return [line(t('Apply creates a new run. The last one, {0}, has ended.', name))];
  if (changes.length === 0)
    return [line(t('The run {0} exists, and the file changes nothing. {1}', name, notCompared()))];
  // The server's own answer is about everything that makes a run, and a plan is asked for without a part of it.
  const isInPlace = changes.every(({ property }) => changesInPlace(type, property));
  const how = isInPlace
    ? t('Apply updates the run {0} in place. {1}', name, notCompared())
    : t('Apply stops the run {0} and starts it again: not all of this can change in place.', name);
  return [line(how), ...changeLines(changes)];
}

function profileLines(profile: Readonly<Record<string, unknown>> | null): readonly PlanLine[] {
  const name = profile?.['name'];
  const added = Object.entries(profile ?? {}).filter(
    ([key, value]) => key !== 'name' && key !== 'default' && value !== null,
  );
  if (added.length === 0) return [];
  return [
    line(typeof name === 'string' ? t('The profile `{0}` adds:', name) : t('The profile adds:')),
    ...added.map(([key, value]) => line(`  ${key}: ${JSON.stringify(value)}`)),
    line(),
  ];
}

function leftOut(left: readonly string[]): readonly PlanLine[] {
  return left.length === 0 ? [] : [line(t('Not sent to the server: {0}.', left.join(', ')))];
}
