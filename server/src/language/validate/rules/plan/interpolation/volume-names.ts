import type { Rule } from '../../rule';
import { volumeNames } from '../run/volume-name';
import { faultProblem } from './fault';
import { interpolate, type Names } from './interpolator';

const RANK = ['dstack.node_rank', 'dstack.job_num'];
const NAMES: Names = { has: (name) => RANK.includes(name) };

/**
 * Expressions in the names of volumes: each node of a task can have a volume of its own.
 * Mirrors `interpolate_job_volumes` of server/services/jobs/configurators/base.py.
 */
export const volumeExpressions: Rule = {
  codes: ['expression', 'unknown-reference'],
  check(run, report) {
    for (const name of volumeNames(run)) {
      for (const fault of interpolate(name.piece, NAMES).faults) {
        report(faultProblem(name, fault, { where: 'the names of `volumes`', names: RANK }));
      }
    }
  },
};
