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

/** One line of the view, with the change that it offers. */
export interface PlanLine {
  readonly text: string;
  readonly wish?: Wish;
}

/** Offers that are listed for each job. */
const LISTED = 10;

/** What the command line adds to a plan when it applies. */
const NOT_COMPARED = 'Not compared: `env`, files and the repository.';

const line = (text = ''): PlanLine => ({ text });

/** The report for people, line by line. `heading` says whose plan it is, and of when. */
export function planLines(report: PlanReport, heading: string): readonly PlanLine[] {
  const { input } = report;
  const end = leftOut(input.left);
  if (report.kind === 'failure') {
    const places = report.failure.places.map(({ path, message }) =>
      line(`  ${written(path)}: ${message}`),
    );
    return [line(heading), line(), line(`No plan. ${report.failure.message}`), ...places, ...end];
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
      : [line('Why there are no offers:'), ...reasons.map(reasonLine), line()]),
    ...profileLines(input.profile),
    ...end,
  ];
}

function reasonLine({ text, wish }: { readonly text: string; readonly wish?: Wish }): PlanLine {
  return { text: `  - ${text}`, ...(wish ? { wish } : {}) };
}

function actionLines({ current, changes }: Plan, type: string): readonly PlanLine[] {
  if (!current) return [line('Apply creates a new run.')];
  const name = `\`${current.name}\` (${current.status})`;
  if (isFinished(current.state))
    return [line(`Apply creates a new run. The last one, ${name}, has ended.`)];
  if (changes.length === 0)
    return [line(`The run ${name} exists, and the file changes nothing of it. ${NOT_COMPARED}`)];
  // The server's own answer is about everything that makes a run, and a plan is asked for without a part of it.
  const isInPlace = changes.every(({ property }) => changesInPlace(type, property));
  const how = isInPlace
    ? `Apply updates the run ${name} in place. ${NOT_COMPARED}`
    : `Apply stops the run ${name} and starts it again: not all of this can change in place.`;
  return [line(how), ...changes.map(changeLine)];
}

function changeLine({ property, before, after }: Change): PlanLine {
  return line(`  ${property}: ${before ?? '(not set)'} -> ${after ?? '(not set)'}`);
}

function jobLines({ group, offers, total, highest, maxPrice }: JobPlan): readonly PlanLine[] {
  const name = group === undefined ? '' : `Group ${group}: `;
  const limit = maxPrice === undefined ? '' : `, at most ${money(maxPrice)} per hour`;
  const [cheapest] = offers;
  if (!cheapest) return [line(`${name}No offers${limit}.`), line()];
  const most = highest ?? cheapest.price;
  const range =
    cheapest.price === most ? money(most) : `${money(cheapest.price)} to ${money(most)}`;
  const listed = offers.slice(0, LISTED);
  const rest = total - listed.length;
  return [
    line(`${name}${counted(total)}, ${range} per hour${limit}:`),
    line(),
    ...aligned(listed.map(offerCells)),
    ...(rest > 0 ? [line(`  and ${String(rest)} more`)] : []),
    line(),
    ...totals(offers, total),
    line(),
  ];
}

function offerCells(offer: Offer): readonly string[] {
  const kind = offer.isIdle ? 'idle' : offer.spot ? 'spot' : 'on demand';
  return [
    `${money(offer.price)}/h`,
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
    return `${backend} ${String(own.length)} from ${money(own[0]?.price ?? 0)}`;
  });
  const idle = offers.filter(({ isIdle }) => isIdle).length;
  const of =
    offers.length < total ? `By backend, of the first ${String(offers.length)}` : 'By backend';
  return [
    line(`${of}: ${words.join(', ')}.`),
    ...(idle > 0 ? [line(`Idle machines that would be used: ${String(idle)}.`)] : []),
  ];
}

function profileLines(profile: Readonly<Record<string, unknown>> | null): readonly PlanLine[] {
  const name = typeof profile?.['name'] === 'string' ? ` \`${profile['name']}\`` : '';
  const added = Object.entries(profile ?? {}).filter(
    ([key, value]) => key !== 'name' && key !== 'default' && value !== null,
  );
  if (added.length === 0) return [];
  return [
    line(`The profile${name} adds:`),
    ...added.map(([key, value]) => line(`  ${key}: ${JSON.stringify(value)}`)),
    line(),
  ];
}

function leftOut(left: readonly string[]): readonly PlanLine[] {
  return left.length === 0 ? [] : [line(`Not sent to the server: ${left.join(', ')}.`)];
}
