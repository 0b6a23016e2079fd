import { problem } from '../../../problem/problem';
import { listed, setHere } from '../conflict';
import type { Rule } from '../rule';

const SHAPE = ['input_tokens', 'output_tokens', 'shared_prefix_tokens'];

/**
 * A dataset has requests of its own; their lengths are for made-up ones.
 * Mirrors `PresetConfiguration.validate_dataset` of core/models/configurations.py.
 */
export const datasetShape: Rule = {
  codes: ['conflicting-properties'],
  check(preset, report) {
    const set = SHAPE.filter((key) => preset.value(key) != null);
    const [first] = set;
    if (preset.value('dataset') == null || first === undefined) return;
    const message = `\`dataset\` cannot be set together with ${listed(set)}: a dataset defines its own request shape.`;
    report(
      problem('conflicting-properties', preset.keySpan('dataset'), message, {
        data: { remove: 'dataset', other: first },
        related: set.map((key) => setHere(preset, key)),
      }),
    );
  },
};
