import type { ResourcePlan } from '../answers/resource-plan';
import { changeLines, line, type PlanLine } from './line';
import { t } from '../texts';
import { money } from './money';
import { offerLines } from './offers';
import type { ResourceReport } from './report';

/** The plan of a fleet, a gateway or a volume, line by line. */
export function resourceLines({
  input: { type, left },
  plan,
}: ResourceReport): readonly PlanLine[] {
  const { changes, offers, current } = plan;
  return [
    line(actionOf(type, plan)),
    ...changeLines(changes),
    line(),
    ...(offers ? [line(t('For each instance of the fleet:')), line(), ...offerLines(offers)] : []),
    ...(current && left.length > 0 ? [line(t('Not compared: {0}.', left.join(', ')))] : []),
  ];
}

/** The same in a few words. */
export function resourceTitle({ input: { type }, plan }: ResourceReport): string {
  const { action, current, changes, offers } = plan;
  const [cheapest] = offers?.offers ?? [];
  if (!current && cheapest)
    return t('New {0}, from {1} per hour and instance', type, money(cheapest.price));
  if (!current) return t('New {0}', type);
  if (action === undefined) return `${current.name}: ${current.status}`;
  if (action === 'create') return t('Will be deleted and created again');
  return changes.length > 0 ? t('Changes in place') : t('Nothing changes');
}

/** What apply does, as `dstack apply` asks: it always asks, also where nothing changes. */
function actionOf(type: string, { action, current, changes }: ResourcePlan): string {
  if (!current) return t('Apply creates a new {0}.', type);
  const name = `${type} \`${current.name}\` (${current.status})`;
  if (action === undefined)
    return t(
      'The {0} exists. The server has no plan of it: apply compares it with the file, and asks before it changes anything.',
      name,
    );
  if (changes.length === 0)
    return t(
      'The {0} exists, and the file changes nothing. Apply asks whether to delete it and create it again.',
      name,
    );
  return action === 'update'
    ? t('Apply updates the {0} in place.', name)
    : t('Apply deletes the {0} and creates it again: not all of this can change in place.', name);
}
