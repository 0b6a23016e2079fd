import type { Rule } from '../../rule';
import { faultProblem } from './fault';
import { interpolate, type Names } from './interpolator';
import { textAt } from './text';

const PROJECT = 'run.project_name';
const NAMES: Names = { has: (name) => name === PROJECT };

/**
 * Expressions in the `domain` of a gateway.
 * Mirrors `interpolate_gateway_domain` of utils/common.py.
 */
export const domainExpressions: Rule = {
  codes: ['expression', 'unknown-reference'],
  check(gateway, report) {
    for (const text of textAt(gateway, 'domain')) {
      for (const fault of interpolate(text.piece, NAMES).faults) {
        report(faultProblem(text, fault, { where: '`domain`', names: [PROJECT] }));
      }
    }
  },
};
