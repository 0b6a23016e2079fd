import type { Job, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Span } from '../../../base/span';
import { groupsOf } from '../support/groups';
import type { Report, Rule } from '../rule';
import { replicasKey, replicasOf } from '../support/replicas';
import type { View } from '../support/view';

/**
 * Without a gateway there is no scaling, no rate limits and no choice of HTTPS. If `gateway` is not set, the default
 * gateway of the project decides, so nothing is reported.
 * Mirrors `_assign_service_to_in_server_proxy` of server/services/services/__init__.py.
 */
export const withoutGateway: Rule<Run> = {
  codes: ['gateway-required'],
  since: '0.20.12',
  check(service, report) {
    if (service.value('gateway') !== false) return;
    const refuse = refuseFor(service, report);
    const https = service.value('https');
    if (https === false) refuse(service.keySpan('https'), '`https: false` is not supported');
    const owners: readonly View<Job>[] = [service, ...groupsOf(service).map(({ view }) => view)];
    for (const owner of owners) {
      const { min, max } = replicasOf(owner) ?? { min: null, max: null };
      if ((min ?? 0) === (max ?? 0)) continue;
      refuse(owner.valueSpan(replicasKey(owner)), 'The number of replicas must be fixed');
      break;
    }
    if (service.isTruthy('rate_limits')) {
      refuse(service.keySpan('rate_limits'), '`rate_limits` are not supported');
    }
  },
};

function refuseFor(service: View<Run>, report: Report) {
  return (span: Span, what: string) => {
    report(
      problem('gateway-required', span, `${what} without a gateway: remove \`gateway: false\`.`, {
        data: { other: 'gateway' },
        related: [{ span: service.keySpan('gateway'), message: '`gateway` is `false` here.' }],
      }),
    );
  };
}
