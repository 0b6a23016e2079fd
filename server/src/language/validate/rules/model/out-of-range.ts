import type { Job, Preset } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { replicasKey, replicasOf } from '../support/replicas';

const codes = ['out-of-range'] as const;

/**
 * The number of replicas is not negative.
 * Mirrors `_validate_replica_range` of core/models/configurations.py.
 */
export const replicasNotNegative: Rule<Job> = {
  codes,
  check(owner, report) {
    const { min = null } = replicasOf(owner) ?? {};
    if (min === null || min >= 0) return;
    const key = replicasKey(owner);
    const message = `\`${key}\` must be at least 0.`;
    report(problem('out-of-range', owner.valueSpan(key), message, { data: { limit: 0 } }));
  },
};

const DEFAULT_INPUT_TOKENS = 1024;

/**
 * The part that all requests share is shorter than a request.
 * Mirrors the one error of `PresetConfiguration.validate_shared_prefix_tokens` of core/models/configurations.py.
 */
export const sharedPrefix: Rule<Preset> = {
  codes,
  check(preset, report) {
    const prefix = preset.value('shared_prefix_tokens');
    // With a dataset neither is allowed, which another rule reports.
    if (prefix == null || preset.isSet('dataset') || preset.isUnsure('input_tokens')) return;
    const input = preset.value('input_tokens') ?? DEFAULT_INPUT_TOKENS;
    if (prefix < input) return;
    const message = `\`shared_prefix_tokens\` must be less than \`input_tokens\`, which is ${input}.`;
    report(
      problem('out-of-range', preset.valueSpan('shared_prefix_tokens'), message, {
        data: { limit: input - 1 },
        related: preset.has('input_tokens')
          ? [{ span: preset.valueSpan('input_tokens'), message: '`input_tokens` is set here.' }]
          : [],
      }),
    );
  },
};
