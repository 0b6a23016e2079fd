import type { Rule } from '../rule';
import { noEntrypoint } from './entrypoint';
import { ideVersion } from './ide-version';
import { inactivityDuration } from './inactivity-duration';

/** For dev environments. */
export const devEnvironmentRules: readonly Rule[] = [noEntrypoint, ideVersion, inactivityDuration];
