import { problem } from '../../../../problem';
import { resolveAlias, textSpan, type Node } from '../../../../yaml/node';
import * as python from '../../../../shorthand/python';
import type { Rule } from '../../rule';

/**
 * A date such as February 30 never comes. dstack takes a single such expression, and the run waits for ever; among
 * several it fails.
 * Mirrors `_get_next_triggered_at` of server/services/runs/__init__.py.
 */
export const neverScheduled: Rule = {
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
        severity === 'error' ? 'dstack refuses it among others' : 'the run would wait for ever';
      const message = `No month in question has that many days, so that the time never comes: ${outcome}.`;
      report(problem('never-scheduled', date, message, { severity }));
    }
  },
};

/** The fields for day and month, where no month of them has the day. */
function impossibleDate(node: Node) {
  if (node.kind !== 'scalar') return undefined;
  const words = python.words(node.text);
  const [day, month] = [words[2], words[3]];
  if (!day || !month) return undefined;
  const longest = Math.max(...monthsIn(node.text.slice(...month)).map(daysOf));
  if (firstDayIn(node.text.slice(...day)) <= longest) return undefined;
  return textSpan(node, day[0], month[1]);
}

const NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function daysOf(month: number): number {
  if (month === 2) return 29;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The smallest day of a field that is right; `*` and `last` come in every month. */
function firstDayIn(field: string): number {
  return Math.min(...field.split(',').map((expression) => parseInt(expression, 10) || 1));
}

/** The months of a field that is right, as numbers from 1. */
function monthsIn(field: string): readonly number[] {
  return field.split(',').flatMap((expression) => {
    const [range = '', step = '1'] = expression.split('/');
    const [from = '', to = step === '1' ? from : '12'] = range.split('-');
    const first = range === '*' ? 1 : monthOf(from);
    const last = range === '*' ? 12 : monthOf(to);
    const months = NAMES.map((_, index) => index + 1);
    return months.filter(
      (month) => month >= first && month <= last && (month - first) % Number(step) === 0,
    );
  });
}

function monthOf(text: string): number {
  const name = NAMES.findIndex((month) => text.toLowerCase().startsWith(month));
  return name < 0 ? Number(text) : name + 1;
}
