import { choices, type Completer, type NoteOf } from './completer';

const COMMON = ['30s', '5m', '10m', '15m', '30m', '1h', '2h', '12h', '1d', '3d', '1w'];
const UNITS = ['m', 'h', 'd', 's', 'w'];

/** Common times; after a number its units. */
export const completeDuration: Completer = (prefix) => {
  if (!/^[0-9]+$/.test(prefix)) return choices(COMMON);
  const common = COMMON.filter((text) => text.startsWith(prefix));
  return choices([...common, ...UNITS.map((unit) => prefix + unit)]);
};

const SCHEDULES: readonly (readonly [cron: string, note: string])[] = [
  ['0 8 * * mon-fri', 'weekdays 8:00 UTC'],
  ['0 8 * * *', 'daily 8:00 UTC'],
  ['0 * * * *', 'every hour'],
  ['*/15 * * * *', 'every 15 minutes'],
  ['0 0 * * sun', 'Sundays 0:00 UTC'],
  ['0 0 1 * *', 'monthly'],
];

/** Common schedules. */
export const completeCron: Completer = () => choices(SCHEDULES.map(([text]) => text));

/** When a common schedule runs. */
export const noteOfCron: NoteOf = (text) => SCHEDULES.find(([cron]) => cron === text)?.[1];
