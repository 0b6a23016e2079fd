import { choices, type Completer } from './completer';

const COMMON = ['30m', '1h', '2h', '5m', '10m', '15m', '12h', '1d', '3d', '1w', '30s'];
const UNITS = ['m', 'h', 'd', 's', 'w'];

/** Common times; after a number its units. */
export const completeDuration: Completer = (prefix) => {
  if (!/^[0-9]+$/.test(prefix)) return choices(COMMON);
  const common = COMMON.filter((text) => text.startsWith(prefix));
  return choices([...common, ...UNITS.map((unit) => prefix + unit)]);
};

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
