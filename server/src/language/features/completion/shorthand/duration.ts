import { choices, type Completer } from './completer';

const COMMON = ['30m', '1h', '2h', '5m', '10m', '15m', '12h', '1d', '3d', '1w', '30s'];
const UNITS = ['m', 'h', 'd', 's', 'w'];

/** Common times; after a number its units. */
export const completeDuration: Completer = (prefix) => {
  if (!/^[0-9]+$/.test(prefix)) return choices(COMMON);
  const common = COMMON.filter((text) => text.startsWith(prefix));
  return choices([...common, ...UNITS.map((unit) => prefix + unit)]);
};
