import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

const DEFAULT_INPUT_TOKENS = 1024;

/**
 * What is the same in all requests is less than a whole request.
 * Mirrors `PresetConfiguration.validate_shared_prefix_tokens` of core/models/configurations.py.
 */
export const sharedPrefix: Rule = {
  codes: ['out-of-range'],
  check(preset, report) {
    const prefix = preset.number('shared_prefix_tokens');
    // With a dataset both are out of place, which another rule says.
    if (prefix === undefined || preset.isSet('dataset') || preset.isUnsure('input_tokens')) return;
    const input = preset.number('input_tokens') ?? DEFAULT_INPUT_TOKENS;
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
