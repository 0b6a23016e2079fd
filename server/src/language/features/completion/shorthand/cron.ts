import type { Completer } from './completer';

const SCHEDULES: readonly (readonly [cron: string, note: string])[] = [
  ['0 8 * * mon-fri', 'at 8:00 on weekdays, UTC'],
  ['0 8 * * *', 'at 8:00 every day, UTC'],
  ['0 * * * *', 'every hour'],
  ['*/15 * * * *', 'every 15 minutes'],
  ['0 0 * * sun', 'at midnight from Saturday to Sunday, UTC'],
  ['0 0 1 * *', 'at midnight on the first of the month, UTC'],
];

/** Common schedules. */
export const completeCron: Completer = () => SCHEDULES.map(([text, note]) => ({ text, note }));
