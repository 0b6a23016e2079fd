import type { Rule } from '../../rule';
import { requiredForCreation } from './required';

/** For presets. */
export const planPresetRules: readonly Rule[] = [requiredForCreation];
