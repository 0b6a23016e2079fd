import { formProblem } from '../forms';
import type { Rule } from '../rule';

const FORMS = [
  { required: ['name'] },
  { required: ['hostname'] },
  { required: ['fleet', 'instance'] },
];

/**
 * An instance is meant by its name, by its host name, or by its fleet and number.
 * Mirrors the union `InstanceSelector` of core/models/profiles.py.
 */
export const instanceSelector: Rule = {
  codes: ['conflicting-properties', 'missing-key'],
  check(owner, report) {
    for (const instance of owner.views('instances')) {
      const found = formProblem(instance, FORMS, 'an instance');
      if (found) report(found);
    }
  },
};
