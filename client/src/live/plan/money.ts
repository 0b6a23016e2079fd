import { t } from '../texts';

/** A price or cost in dollars: at least two digits after the point, and up to four below $10, as dstack shows prices. */
export function money(dollars: number): string {
  if (dollars === 0) return '$0';
  if (dollars < 0.00005) return t('less than {0}', '$0.0001');
  if (dollars >= 10) return `$${dollars.toFixed(2)}`;
  return `$${dollars.toFixed(4).replace(/0{1,2}$/, '')}`;
}
