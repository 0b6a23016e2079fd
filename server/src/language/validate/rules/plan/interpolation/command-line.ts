import type { Run } from '../../../../coerce/values';
import type { Problem } from '../../../../problem/problem';
import type { Rule } from '../../rule';
import { textAt, type Text } from '../../support/texts';
import { faultProblem } from './expression';
import { planLooksAtImage } from './image';
import { interpolate, namespaceOf, type Interpolated, type Names } from './interpolator';
import { variableProblems } from './unknown-reference';

/** Expressions in what probes send, which the command line replaces. */
export const probeExpressions: Rule<Run> = {
  codes: ['expression', 'unknown-reference'],
  check(service, report) {
    const texts = service
      .views('probes')
      .flatMap((probe) => [
        ...textAt(probe, 'url'),
        ...probe.views('headers').flatMap((header) => textAt(header, 'value')),
        ...textAt(probe, 'body'),
      ]);
    const place = { where: '`probes`', texts, secrets: false };
    for (const found of variableProblems(service, place)) report(found);
  },
};

const SECRETS: Names = { has: (name) => namespaceOf(name) === 'secrets' };

/**
 * Expressions in the credentials for a registry: the command line replaces `env`, then the server `secrets`, in a text
 * in which `$${{` has become `${{`.
 * Mirrors `JobConfigurator._get_image_config_and_cpu_architectures` of server/services/jobs/configurators/base.py.
 */
export const registryExpressions: Rule<Run> = {
  codes: ['expression', 'unknown-reference'],
  check(run, report) {
    const auth = run.view('registry_auth');
    if (!auth) return;
    const place = {
      where: '`registry_auth`',
      texts: [...textAt(auth, 'username'), ...textAt(auth, 'password')],
      secrets: true,
    };
    // A plan that needs no image does not reach it, but the job will.
    const severity = planLooksAtImage(run) ? 'error' : 'warning';
    const secretProblems = (text: Text, { text: left }: Interpolated): readonly Problem[] =>
      interpolate(left, SECRETS).faults.map((fault) => ({
        ...faultProblem(text, fault, { where: '`registry_auth`', names: ['secrets.NAME'] }),
        severity,
      }));
    for (const found of variableProblems(run, place, secretProblems)) report(found);
  },
};
