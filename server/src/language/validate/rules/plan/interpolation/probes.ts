import type { Rule } from '../../rule';
import { textAt } from './text';
import { variableProblems } from './variables';

/** Expressions in what probes send. */
export const probeExpressions: Rule = {
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
