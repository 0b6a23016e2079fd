import type { Change } from '../answers/changes';
import { isFinished } from '../answers/run';
import type { JobPlan, Plan } from '../answers/plan';
import type { Offer } from '../answers/offer';
import { written } from './conditions';
import type { Wish } from './edit';
import { changesInPlace } from './in-place';
import { money } from './money';
import type { PlanReport } from './report';
import { counted } from './why-none';
import { t } from '../texts';

/** One line of the view, with the change that it offers. */
export interface PlanLine {
  readonly text: string;
  readonly wish?: Wish;
}

/** Offers that are listed for each job. */
const LISTED = 10;

/** What the command line adds to a plan when it applies. */
const notCompared = () => t('Not compared: `env`, files and the repository.');

const line = (text = ''): PlanLine => ({ text });

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
  const { plan, reasons } = report;
  return [
    line(heading),
    line(),
    ...actionLines(plan, input.type),
    line(),
    ...plan.jobs.flatMap((job) => jobLines(job)),
    ...(reasons.length === 0
      ? []
      : [line(t('Why there are no offers:')), ...reasons.map(reasonLine), line()]),
    ...profileLines(input.profile),
    ...end,
  ];
}

function reasonLine({ text, wish }: { readonly text: string; readonly wish?: Wish }): PlanLine {
  return { text: `  - ${text}`, ...(wish ? { wish } : {}) };
}

function actionLines({ current, changes }: Plan, type: string): readonly PlanLine[] {
  if (!current) return [line(t('Apply creates a new run.'))];
  const name = `\`${current.name}\` (${current.status})`;
  if (isFinished(current.state))
    return [line(t('Apply creates a new run. The last one, {0}, has ended.', name))];
  if (changes.length === 0)
    return [
      line(t('The run {0} exists, and the file changes nothing of it. {1}', name, notCompared())),
    ];
  // The server's own answer is about everything that makes a run, and a plan is asked for without a part of it.
  const isInPlace = changes.every(({ property }) => changesInPlace(type, property));
  const how = isInPlace
    ? t('Apply updates the run {0} in place. {1}', name, notCompared())
    : t('Apply stops the run {0} and starts it again: not all of this can change in place.', name);
  return [line(how), ...changes.map(changeLine)];
}

function changeLine({ property, before, after }: Change): PlanLine {
  const notSet = t('(not set)');
  return line(`  ${property}: ${before ?? notSet} -> ${after ?? notSet}`);
}

function jobLines({ group, offers, total, highest, maxPrice }: JobPlan): readonly PlanLine[] {
  const name = group === undefined ? '' : `${t('Group {0}:', group)} `;
  const [cheapest] = offers;
  if (!cheapest) return [line(name + noOffers(maxPrice)), line()];
  const most = highest ?? cheapest.price;
  const range =
    cheapest.price === most ? money(most) : t('{0} to {1}', money(cheapest.price), money(most));
  const listed = offers.slice(0, LISTED);
  const rest = total - listed.length;
  return [
    line(
      name +
        (maxPrice === undefined
          ? t('{0}, {1} per hour:', counted(total), range)
          : t('{0}, {1} per hour, at most {2} per hour:', counted(total), range, money(maxPrice))),
    ),
    line(),
    ...aligned(listed.map(offerCells)),
    ...(rest > 0 ? [line(`  ${t('and {0} more', rest)}`)] : []),
    line(),
    ...totals(offers, total),
    line(),
  ];
}

function noOffers(maxPrice: number | undefined): string {
  return maxPrice === undefined
    ? t('No offers.')
    : t('No offers, at most {0} per hour.', money(maxPrice));
}

function offerCells(offer: Offer): readonly string[] {
  const kind = offer.isIdle ? t('idle') : offer.spot ? 'spot' : t('on demand');
  return [
    t('{0}/h', money(offer.price)),
    kind,
    offer.backend,
    offer.region,
    offer.instance,
    offer.resources ?? '',
    offer.obstacle ?? '',
  ];
}

/** Rows whose columns begin below each other. */
function aligned(rows: readonly (readonly string[])[]): readonly PlanLine[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    line(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()),
  );
}

function totals(offers: readonly Offer[], total: number): readonly PlanLine[] {
  const backends = [...new Set(offers.map(({ backend }) => backend))];
  const words = backends.map((backend) => {
    const own = offers.filter((offer) => offer.backend === backend);
    return t('{0} {1} from {2}', backend, own.length, money(own[0]?.price ?? 0));
  });
  const idle = offers.filter(({ isIdle }) => isIdle).length;
  return [
    line(
      offers.length < total
        ? t('By backend, of the first {0}: {1}.', offers.length, words.join(', '))
        : t('By backend: {0}.', words.join(', ')),
    ),
    ...(idle > 0 ? [line(t('Idle machines that would be used: {0}.', idle))] : []),
  ];
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
