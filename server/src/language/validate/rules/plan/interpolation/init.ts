import type { Rule } from '../../rule';
import { referenceProblems } from './group-sizes';
import { textsOf } from './text';

/**
 * The `init` of a dev environment is not interpolated; dstack still refuses what only looks like the address of a node.
 * Mirrors `_validate_groups_ip_refs` of server/services/runs/spec.py.
 */
export const initExpressions: Rule = {
  codes: ['expression'],
  check(environment, report) {
    for (const text of textsOf(environment, 'init')) {
      for (const found of referenceProblems(text, undefined)) report(found);
    }
  },
};
