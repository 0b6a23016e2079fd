import type { Problem } from '../../../../problem';
import type { Rule } from '../../rule';
import { faultProblem } from './fault';
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
    for (const found of variableProblems(run, place, secretProblems)) report(found);
  },
};

/** Whether the server gets to it at once depends on the image; the job needs it in any case. */
function secretProblems(text: Text, { text: left }: Interpolated): readonly Problem[] {
  const { faults } = interpolate(left, SECRETS);
  return faults.map((fault) => ({
    ...faultProblem(text, fault, { where: '`registry_auth`', names: ['secrets.NAME'] }),
    severity: 'warning',
  }));
}
