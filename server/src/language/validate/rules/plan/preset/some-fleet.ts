import { problem } from '../../../../problem/problem';
import type { Rule } from '../../rule';

/**
 * An empty list of fleets leaves the agent that makes the preset none. The option `--fleet` can still name one.
 * Mirrors `_get_allowed_fleets` of cli/services/presets/create.py.
 */
export const someFleet: Rule = {
  codes: ['wrong-length'],
  check(preset, report) {
    if (preset.list('fleets')?.length !== 0) return;
    const message =
      'With an empty list, the preset has no fleet to be made on: name one, or leave `fleets` out to allow all.\n' +
      '`dstack apply` refuses it, unless its option `--fleet` names one.';
    report(
      problem('wrong-length', preset.valueSpan('fleets'), message, {
        severity: 'warning',
        data: { remove: 'fleets' },
      }),
    );
  },
};
