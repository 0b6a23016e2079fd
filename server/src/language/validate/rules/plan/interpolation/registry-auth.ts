import type { Problem } from '../../../../problem/problem';
import type { Rule } from '../../rule';
import { faultProblem } from './fault';
import { planLooksAtImage } from './image';
import { interpolate, namespaceOf, type Interpolated, type Names } from './interpolator';
import { textAt, type Text } from './text';
import { variableProblems } from './variables';

const SECRETS: Names = { has: (name) => namespaceOf(name) === 'secrets' };

/**
 * Expressions in the credentials for a registry: the command line puts in `env`, the server `secrets` from what it gets,
 * in which `$${{` has become `${{`.
 * Mirrors `JobConfigurator._get_image_config_and_cpu_architectures` of server/services/jobs/configurators/base.py.
 */
export const registryExpressions: Rule = {
  codes: ['expression', 'unknown-reference'],
  check(run, report) {
    const auth = run.view('registry_auth');
    if (!auth) return;
    const place = {
      where: '`registry_auth`',
      texts: [...textAt(auth, 'username'), ...textAt(auth, 'password')],
      secrets: true,
    };
    // A plan that needs no image does not get to it, but the job will.
    const severity = planLooksAtImage(run) ? 'error' : 'warning';
    const secretProblems = (text: Text, { text: left }: Interpolated): readonly Problem[] =>
      interpolate(left, SECRETS).faults.map((fault) => ({
        ...faultProblem(text, fault, { where: '`registry_auth`', names: ['secrets.NAME'] }),
        severity,
      }));
    for (const found of variableProblems(run, place, secretProblems)) report(found);
  },
};
