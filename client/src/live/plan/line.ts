import type { Change } from '../answers/changes';
import { t } from '../texts';
import type { Wish } from './edit';

/** One line of the view of a plan, with the change of the file that it offers. */
export interface PlanLine {
  readonly text: string;
  readonly wish?: Wish;
}

/** A line without a change; empty without a text. */
export function line(text = ''): PlanLine {
  return { text };
}

/** What differs from the running resource, a line for each property. */
export function changeLines(changes: readonly Change[]): readonly PlanLine[] {
  const notSet = t('(not set)');
  return changes.map(({ property, before, after }) =>
    line(`  ${property}: ${before ?? notSet} -> ${after ?? notSet}`),
  );
}
