import { problem } from '../../../../problem/problem';
import { effectivePairs } from '../../../../yaml/node';
import type { Rule } from '../../rule';
import type { View } from '../../view';
import { kindOf } from './kind';

/**
 * Only SSH fleets have environment variables of their own.
 * Mirrors `FleetConfigurator.apply_args` of cli/services/configurators/fleet.py.
 */
export const noEnv: Rule = {
  codes: ['unsupported-property'],
  check(fleet, report) {
    if (kindOf(fleet) !== 'backend' || fleet.isUnsure('env') || !hasVariables(fleet)) return;
    const message =
      '`env` is supported for SSH fleets only: set the variables in the runs that use the fleet.';
    report(
      problem('unsupported-property', fleet.keySpan('env'), message, {
        data: { remove: 'env' },
        related: [{ span: fleet.keySpan('nodes'), message: 'This makes it a backend fleet.' }],
      }),
    );
  },
};

function hasVariables(fleet: View): boolean {
  const mapping = fleet.view('env');
  return mapping ? effectivePairs(mapping.node).length > 0 : fleet.isTruthy('env');
}
