import type { Rule } from '../../rule';
import { autoCleanup } from './auto-cleanup';
import { newOrExisting } from './new-or-existing';

/** For volumes. */
export const planVolumeRules: readonly Rule[] = [newOrExisting, autoCleanup];
