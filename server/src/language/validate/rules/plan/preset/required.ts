import { problem } from '../../../../problem/problem';
import { listed } from '../../conflict';
import type { Rule } from '../../rule';

const REQUIRED = ['max_ttft', 'min_context_length', 'concurrency'];

/**
 * What the models let out but the creation of a preset needs. `trials` can come from the option `--trials`.
 * Mirrors `PresetConfigurator.apply_configuration` of cli/services/configurators/preset.py.
 */
export const requiredForCreation: Rule = {
  codes: ['missing-key'],
  check(preset, report) {
    if (preset.hasUnsureKeys()) return;
    const missing = ['trials', ...REQUIRED].filter((key) => !preset.isSet(key));
    const [first] = missing;
    if (first === undefined) return;
    const onlyTrials = missing.length === 1 && first === 'trials';
    const message = onlyTrials
      ? '`trials` is missing: set it here, or pass it to each `dstack apply` with `--trials N`.'
      : `${listed(missing)} ${missing.length > 1 ? 'are' : 'is'} missing: a preset cannot be created without.`;
    report(
      problem('missing-key', preset.headSpan(), message, {
        severity: onlyTrials ? 'warning' : 'error',
        data: { key: first, keys: missing },
      }),
    );
  },
};
