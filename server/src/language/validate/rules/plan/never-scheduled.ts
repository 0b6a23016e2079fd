import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { resolveAlias, textSpan, type Node } from '../../../yaml/node';
import { cronValues } from '../../../shorthand/cron';
import * as python from '../../../python/python';
import { daysIn } from '../../../python/scalars';
import type { Rule } from '../rule';

/**
 * A date such as February 30 never comes. dstack accepts a single such expression, and the run waits forever; in a list
 * it fails.
 * Mirrors `_get_next_triggered_at` of server/services/runs/__init__.py.
 */
export const neverScheduled: Rule<Run> = {
  codes: ['never-scheduled'],
  check(run, report) {
    const schedule = run.view('schedule');
    const node = schedule?.valueNode('cron');
    if (!schedule || !node || schedule.isUnsure('cron')) return;
    const expressions = node.kind === 'sequence' ? node.items.map(resolveAlias) : [node];
    const severity = expressions.length > 1 ? 'error' : 'warning';
    for (const expression of expressions) {
      const date = impossibleDate(expression);
      if (!date) continue;
      const outcome =
        severity === 'error'
          ? 'dstack rejects it in a list of expressions'
          : 'the run waits forever';
      const message = `This date does not exist, so the schedule never fires: ${outcome}.`;
      report(problem('never-scheduled', date, message, { severity }));
    }
  },
};

/** A year whose February has 29 days. */
const LEAP_YEAR = 2000;

/** The fields for day and month, if none of the months has the day. */
function impossibleDate(node: Node) {
  if (node.kind !== 'scalar') return undefined;
  const words = python.words(node.text);
  const [day, month] = [words[2], words[3]];
  if (!day || !month) return undefined;
  const { day: days, month: months } = cronValues(node.text);
  const longest = Math.max(...months.values.map((month) => daysIn(LEAP_YEAR, month)));
  if (days.last || days.values.some((value) => value <= longest)) return undefined;
  return textSpan(node, day[0], month[1]);
}
