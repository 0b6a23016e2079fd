import type { Rule } from '../rule';
import { mountPoint } from './mount-point';
import { repoSource } from './repo-source';
import { somethingToRun } from './something-to-run';
import { uniqueVariables } from './unique-variables';

/** For every run. */
export const runRules: readonly Rule[] = [uniqueVariables, mountPoint, repoSource];

/** For what has `env`, but is no run. */
export const envRules: readonly Rule[] = [uniqueVariables];

/** For runs with `commands`. */
export const commandRules: readonly Rule[] = [somethingToRun];
