import type { Rule } from '../rule';
import { uniqueBackendOptions } from './backend-options';
import { instanceSelector } from './instance-selector';

/** For everything that holds the parameters of a profile. */
export const profileParamsRules: readonly Rule[] = [instanceSelector, uniqueBackendOptions];
