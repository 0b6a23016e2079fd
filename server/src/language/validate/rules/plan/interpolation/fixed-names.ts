import type { Gateway, Run } from '../../../../coerce/values';
import type { Rule } from '../../rule';
import { textAt } from '../../support/texts';
import { volumeNames } from '../../support/volumes';
import { faultProblem } from './expression';
import { interpolate, type Names } from './interpolator';

const PROJECT = 'run.project_name';
const IN_DOMAIN: Names = { has: (name) => name === PROJECT };

/**
 * Expressions in the `domain` of a gateway.
 * Mirrors `interpolate_gateway_domain` of utils/common.py.
 */
export const domainExpressions: Rule<Gateway> = {
  codes: ['expression', 'unknown-reference'],
  check(gateway, report) {
    for (const text of textAt(gateway, 'domain')) {
      for (const fault of interpolate(text.piece, IN_DOMAIN).faults) {
        report(faultProblem(text, fault, { where: '`domain`', names: [PROJECT] }));
      }
    }
  },
};

const RANK = ['dstack.node_rank', 'dstack.job_num'];
const IN_VOLUMES: Names = { has: (name) => RANK.includes(name) };

/**
 * Expressions in the names of volumes: each node of a task can have a volume of its own.
 * Mirrors `interpolate_job_volumes` of server/services/jobs/configurators/base.py.
 */
export const volumeExpressions: Rule<Run> = {
  codes: ['expression', 'unknown-reference'],
  check(run, report) {
    for (const name of volumeNames(run)) {
      for (const fault of interpolate(name.piece, IN_VOLUMES).faults) {
        report(faultProblem(name, fault, { where: 'the names of `volumes`', names: RANK }));
      }
    }
  },
};
