/**
 * Whether there is time to try another change of a file. The language service has no clock: the caller decides, and
 * changes that are not tried in time are not offered.
 */
export type TimeBudget = () => boolean;

/** No time limit. */
export const UNLIMITED: TimeBudget = () => true;
