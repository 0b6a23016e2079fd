import { problem } from '../../../problem/problem';
import { conflict } from '../conflict';
import { formProblem } from '../forms';
import type { Rule } from '../rule';

const FORMS = [{ required: ['repo'], optional: ['name'] }, { required: ['base'] }];

/**
 * The model of a preset is told once: as `base`, `repo` or `model`.
 * Mirrors `PresetConfiguration.apply_model_shorthand` and the union `PresetModelSpec` of
 * core/models/configurations.py.
 */
export const presetModel: Rule = {
  codes: ['conflicting-properties', 'missing-key'],
  check(preset, report) {
    if (['base', 'repo'].some((key) => preset.isUnsure(key))) return;
    const [first, second] = ['base', 'repo'].filter((key) => preset.isSet(key));
    if (first !== undefined && second !== undefined) {
      const message =
        '`base` and `repo` are mutually exclusive: `base` allows variants of the model, `repo` does not.';
      report(conflict(preset, 'repo', 'base', message));
    } else if (first !== undefined && preset.isSet('model')) {
      const message = `\`model\` cannot be combined with \`${first}\`, which is short for \`model.${first}\`.`;
      report(conflict(preset, 'model', first, message));
    } else if (first === undefined && !preset.isSet('model')) {
      if (preset.hasUnsureKeys()) return;
      const message = 'The model is missing: a preset requires `base` or `repo`.';
      report(
        problem('missing-key', preset.headSpan(), message, {
          data: { key: 'base', values: ['base', 'repo', 'model'] },
        }),
      );
    } else {
      const model = preset.view('model');
      const found = model && formProblem(model, FORMS, '`model`');
      if (found) report(found);
    }
  },
};
