import type { Rule } from '../rule';
import { cpuForm } from './cpu-form';
import { resourceRanges } from './range';

/** For every `resources`. */
export const resourceRules: readonly Rule[] = [cpuForm, resourceRanges];
