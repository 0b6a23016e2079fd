/**
 * Whether there is time left to try another change of a file. The language service has no clock: who asks decides, and
 * what is not tried in time is not offered.
 */
export type TimeBudget = () => boolean;

/** Time for whatever there is to try. */
export const UNLIMITED: TimeBudget = () => true;
