import type { CronValues } from '../../shorthand/cron';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** So many years after which the calendar repeats; a date that does not come in them never comes. */
const CYCLE = 400;

/** The first `count` times from `now` on, all in milliseconds since 1970, UTC; none where no date fits. */
export function nextTimes(cron: CronValues, now: number, count: number): readonly number[] {
  const times: number[] = [];
  for (const day of days(cron, now)) {
    for (const hour of cron.hour.values) {
      for (const minute of cron.minute.values) {
        const time = day + (hour * 60 + minute) * MINUTE;
        if (time >= now) times.push(time);
        if (times.length === count) return times;
      }
    }
  }
  return times;
}

/** The midnight of each day that fits, from the day of `now` on. */
function* days({ day, month, day_of_week }: CronValues, now: number): Generator<number> {
  const today = now - (now % DAY);
  const start = new Date(now);
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let index = first; index <= first + CYCLE * 12; index++) {
    if (!month.values.includes((index % 12) + 1)) continue;
    const [year, zeroBased] = [Math.floor(index / 12), index % 12];
    const length = new Date(Date.UTC(year, zeroBased + 1, 0)).getUTCDate();
    for (let date = 1; date <= length; date++) {
      const time = Date.UTC(year, zeroBased, date);
      const fits = day.values.includes(date) || (day.last && date === length);
      if (fits && time >= today && day_of_week.values.includes(weekday(time))) yield time;
    }
  }
}

/** Monday is 0. */
function weekday(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Mon 2026-03-02 09:00`. */
export function timeInWords(time: number): string {
  const text = new Date(time).toISOString();
  return `${WEEKDAYS[weekday(time)] ?? ''} ${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
