import { listInWords } from '../../base/words';
import type { CronFieldValues, CronValues } from '../../shorthand/cron';

/** When a schedule comes, in words and without a full stop: `At 09:00 on Monday to Friday, UTC`. */
export function cronInWords(cron: CronValues): string {
  const dates = [dayInWords(cron), monthInWords(cron.month)].filter((words) => words !== '');
  return `${[timeOfDay(cron), ...dates].join(' ')}, UTC`;
}

/** So many times of a day are listed one by one. */
const MANY = 6;

function timeOfDay({ minute, hour }: CronValues): string {
  const minutes = minute.values;
  const hours = hour.values;
  const [first = 0] = minutes;
  const [from = 0, to = 0] = [hours[0], hours.at(-1)];
  if (hour.all) return ofEachHour(minute);
  const step = stepOf(hours, 24);
  if (minutes.length === 1 && step !== undefined) {
    return `Every ${String(step)} hours${first === 0 ? '' : ` at minute ${String(first)}`}`;
  }
  if (minutes.length * hours.length <= MANY) {
    return `At ${listInWords(hours.flatMap((h) => minutes.map((m) => clock(h, m))))}`;
  }
  if (!isRun(hours)) return `${ofEachHour(minute)} in the hours ${listInWords(hours.map(String))}`;
  const end = minutes.length === 1 ? clock(to, first) : clock(to, minutes.at(-1) ?? 0);
  return `${ofEachHour(minutes.length === 1 ? FULL_HOUR : minute)} from ${clock(from, first)} to ${end}`;
}

const FULL_HOUR: CronFieldValues = { values: [0], all: false, last: false };

function ofEachHour({ values, all }: CronFieldValues): string {
  if (all) return 'Every minute';
  const step = stepOf(values, 60);
  if (step !== undefined) return `Every ${String(step)} minutes`;
  if (values.length === 1)
    return values[0] === 0 ? 'Every hour' : `Every hour at minute ${String(values[0])}`;
  return `Every hour at minutes ${runsInWords(values, String)}`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Both the day of the month and that of the week have to fit, where other programs ask for one of them. */
function dayInWords({ day, day_of_week }: CronValues): string {
  const weekdays = runsInWords(day_of_week.values, (value) => WEEKDAYS[value] ?? '');
  if (day.all) return day_of_week.all ? '' : `on ${weekdays}`;
  const numbers = day.values.length > 0 ? [runsInWords(day.values, String)] : [];
  const noun = day.values.length === 1 ? 'day' : 'days';
  const dates = [
    ...numbers.map((words) => `${noun} ${words}`),
    ...(day.last ? ['the last day'] : []),
  ];
  const words = `on ${listInWords(dates)} of the month`;
  return day_of_week.all ? words : `${words} if that is a ${weekdays}`;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function monthInWords({ values, all }: CronFieldValues): string {
  return all ? '' : `in ${runsInWords(values, (value) => MONTHS[value - 1] ?? '')}`;
}

/** The step of values that run from 0 through the whole of `size`, such as 0, 15, 30, 45 through 60. */
function stepOf(values: readonly number[], size: number): number | undefined {
  const step = size / values.length;
  const isStep = values.length > 1 && values.every((value, index) => value === index * step);
  return isStep ? step : undefined;
}

function isRun(values: readonly number[]): boolean {
  return values.every((value, index) => value === (values[0] ?? 0) + index);
}

function clock(hour: number, minute: number): string {
  return [hour, minute].map((value) => String(value).padStart(2, '0')).join(':');
}

/** `Monday to Friday and Sunday`: three and more values in a row become a range. */
function runsInWords(values: readonly number[], toWords: (value: number) => string): string {
  const runs: number[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run && run.at(-1) === value - 1) run.push(value);
    else runs.push([value]);
  }
  const words = runs.flatMap((run) =>
    run.length < 3 ? run.map(toWords) : [`${toWords(run[0] ?? 0)} to ${toWords(run.at(-1) ?? 0)}`],
  );
  return listInWords(words);
}
