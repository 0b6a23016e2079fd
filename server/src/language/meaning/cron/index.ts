import { cronValues } from '../../shorthand/cron';
import { cronInWords } from './words';
import { nextTimes, timeInWords } from './times';

const SHOWN = 3;

/** The schedule in words; `now`, in milliseconds since 1970, adds the times that come next. */
export function explainCron(
  expression: string,
  { now }: { readonly now?: number | undefined },
): string {
  const values = cronValues(expression);
  const sentence = `${cronInWords(values)}.`;
  if (now === undefined) return sentence;
  const times = nextTimes(values, now, SHOWN).map((time) => `- ${timeInWords(time)}`);
  const next =
    times.length > 0
      ? `Next, in UTC:\n${times.join('\n')}`
      : 'No date matches, so the schedule never fires.';
  return `${sentence}\n\n${next}`;
}
