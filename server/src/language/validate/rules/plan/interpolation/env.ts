import type { Run } from '../../../../coerce/values';
import { problem } from '../../../../problem/problem';
import { quote } from '../../../../base/words';
import type { Rule } from '../../rule';
import { faultProblem } from './expression';
import { groupNames } from './group-address';
import { interpolate, namespaceOf, type Names } from './interpolator';
import { envValues, placeOf } from '../../support/texts';

const NAMES: Names = { has: (name) => namespaceOf(name) === 'secrets' };
const PLACE = { where: '`env`', names: ['secrets.NAME'] };

/**
 * Expressions in the values of `env`. Addresses of nodes are rejected; other names than `secrets` pass at first, but
 * then end every job, so they are a warning.
 * Mirrors `_validate_groups_ip_refs` of server/services/runs/spec.py, and `interpolate_job_spec_secrets` of
 * server/services/jobs/__init__.py.
 */
export const envExpressions: Rule<Run> = {
  codes: ['group-reference', 'expression', 'unknown-reference'],
  check(run, report) {
    for (const text of envValues(run)) {
      const addresses = groupNames(text.piece);
      for (const name of addresses) {
        const message = `${quote(name.text)} can only be used in \`commands\`, not in \`env\`: export it there.`;
        report(problem('group-reference', placeOf(text, name), message));
      }
      if (addresses.length > 0) continue;
      for (const fault of interpolate(text.piece, NAMES).faults) {
        report({ ...faultProblem(text, fault, PLACE), severity: 'warning' });
      }
    }
  },
};
