import { quote } from '../../../shorthand/piece';
import { reportRepeated } from '../repeated';
import type { Rule } from '../rule';

/** The one backend that has options so far, and so the default of their `type`. */
const DEFAULT_TYPE = 'vastai';

/**
 * There is one entry of options for each backend.
 * Mirrors `validate_backend_options` of core/models/profiles.py.
 */
export const uniqueBackendOptions: Rule = {
  codes: ['duplicate-entry'],
  check(owner, report) {
    const options = owner.views('backend_options').filter((one) => !one.isUnsure('type'));
    const entries = options.map((one) => ({
      id: one.text('type') ?? DEFAULT_TYPE,
      span: one.headSpan(),
    }));
    const message = (type: string) =>
      `\`backend_options\` contains a duplicate entry for ${quote(type)}: put all its options into one.`;
    reportRepeated(entries, message, report);
  },
};
