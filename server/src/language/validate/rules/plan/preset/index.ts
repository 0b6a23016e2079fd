import type { Rule } from '../../rule';
import { requiredForCreation } from './required';
import { someFleet } from './some-fleet';

/** For presets. */
export const planPresetRules: readonly Rule[] = [requiredForCreation, someFleet];
