import type { Schema } from './schema';

/**
 * The duration types of `core/models/duration.py`. Users write a number of seconds or a number with a unit (`30s`,
 * `15m`, `2h`, `1d`, `1w`); the checked value, `minimum` and `enum` are in seconds.
 */

/** `Duration`. */
export const duration: Schema = { type: 'integer', shorthand: 'duration' };

/** `Optional[Duration]`. */
export const optionalDuration: Schema = {
  type: ['integer', 'null'],
  shorthand: 'duration',
};

/** `OptionalOffableDuration`: seconds, the text `off`, or null for the default. */
export const offDuration: Schema = {
  type: ['integer', 'string', 'null'],
  shorthand: 'off-duration',
  valueDescriptions: { off: 'No limit.' },
};

/** `OptionalIdleDuration`: seconds, a negative number for `off`, or null for the default. */
export const idleDuration: Schema = {
  type: ['integer', 'null'],
  shorthand: 'idle-duration',
  textsSince: { pattern: '^off$', what: 'quotes', since: '0.19.19' },
};
