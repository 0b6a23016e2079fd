import type { Rule } from '../rule';
import { cpuForm } from './cpu-form';
import { gpuLists } from './gpu-lists';
import { resourceRanges } from './range';

/** For every `resources`. */
export const resourceRules: readonly Rule[] = [cpuForm, gpuLists, resourceRanges];
