/** The release of dstack that is the truth here. The tests ask exactly this one (test/oracle/requirements.txt). */
export const DSTACK_VERSION = '0.22.5';
