import type { Offer } from '../answers/offer';
import type { JobPlan } from '../answers/plan';
import { t } from '../texts';
import { line, type PlanLine } from './line';
import { money } from './money';
import { counted } from './why-none';

/** Offers that are listed, and backends of which there are totals. */
const LISTED = 10;
const BACKENDS = 30;

/** The offers of a job, or for an instance of a fleet: the cheapest, and totals by backend. Offers come cheapest first. */
export function offerLines({
  group,
  offers,
  total,
  highest,
  maxPrice,
}: JobPlan): readonly PlanLine[] {
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
          : t(
              '{0} for at most {1} per hour: {2} per hour',
              counted(total),
              money(maxPrice),
              range,
            )),
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
    : t('No offers for at most {0} per hour.', money(maxPrice));
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
  const backends = new Map<string, { count: number; readonly from: number }>();
  for (const { backend, price } of offers) {
    const known = backends.get(backend);
    if (known) known.count++;
    else backends.set(backend, { count: 1, from: price });
  }
  const words = [...backends]
    .slice(0, BACKENDS)
    .map(([backend, { count, from }]) => t('{0} {1} from {2}', backend, count, money(from)));
  const rest = backends.size > BACKENDS ? ['…'] : [];
  const all = [...words, ...rest].join(', ');
  const idle = offers.filter(({ isIdle }) => isIdle).length;
  return [
    line(
      offers.length < total
        ? t('By backend, of the first {0}: {1}.', offers.length, all)
        : t('By backend: {0}.', all),
    ),
    ...(idle > 0 ? [line(t('Idle machines that would be used: {0}.', idle))] : []),
  ];
}
