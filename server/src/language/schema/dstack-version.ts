/** The release of dstack that decides here. The tests ask exactly this one (test/oracle/requirements.txt). */
export const DSTACK_VERSION = '0.22.5';
