import { conflict } from '../conflict';
import type { Rule } from '../rule';

/**
 * A run that is connected to the dstack server never looks inactive.
 * Mirrors `DevEnvironmentConfiguration.validate_dstack_and_inactivity_duration` of core/models/configurations.py.
 */
export const inactivityDuration: Rule = {
  codes: ['conflicting-properties'],
  check(environment, report) {
    if (!environment.isTruthy('dstack') || environment.value('inactivity_duration') == null) return;
    const message =
      '`inactivity_duration` is not supported together with `dstack: true`: the connection to the server counts as activity.';
    report(conflict(environment, 'inactivity_duration', 'dstack', message));
  },
};
