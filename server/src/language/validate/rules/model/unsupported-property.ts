import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/**
 * A dev environment has no `entrypoint`.
 * Mirrors the one error of `DevEnvironmentConfiguration.validate_entrypoint` of core/models/configurations.py.
 */
export const noEntrypoint: Rule<Run> = {
  codes: ['unsupported-property'],
  since: '0.19.26',
  check(environment, report) {
    if (!environment.hasValue('entrypoint')) return;
    const message =
      '`entrypoint` is not supported for a dev environment: commands to run on startup go into `init`.';
    report(
      problem('unsupported-property', environment.keySpan('entrypoint'), message, {
        data: { remove: 'entrypoint' },
      }),
    );
  },
};
