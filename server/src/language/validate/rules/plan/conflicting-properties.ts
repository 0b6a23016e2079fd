import type { Fleet, Gateway, Run, Volume } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { conflict, setHere } from '../support/conflict';
import { containersOf } from '../support/containers';
import { groupsOf } from '../support/groups';
import { armProcessor } from '../support/hardware';
import { hostAddresses } from '../support/fleet';
import { hasReplicas } from '../support/replicas';
import type { View } from '../support/view';
import { idKey } from '../support/volumes';

const codes = ['conflicting-properties'] as const;

/**
 * Workers of a Dynamo router remember its address, which a retry would change; even `retry: false` is rejected.
 * Mirrors the one error of `RunSpec._validate_dynamo_no_retry` of core/models/runs.py.
 */
export const dynamoRetry: Rule<Run> = {
  codes,
  check(service, report) {
    const router = service.hasValue('retry') && dynamoRouter(service);
    if (!router) return;
    const message =
      '`retry` cannot be set for a service with a `dynamo` router: its workers would look for the router at the old address.';
    report(
      problem('conflicting-properties', service.keySpan('retry'), message, {
        data: { remove: 'retry', other: 'router' },
        related: [setHere(router, 'type')],
      }),
    );
  },
};

/** The Dynamo router of a service. */
export function dynamoRouter(service: View<Run>): View<object> | undefined {
  return groupsOf(service)
    .flatMap(({ view }) => view.view('router') ?? [])
    .find((view) => view.value('type') === 'dynamo');
}

/**
 * The image for Docker in Docker is for x86 processors.
 * Mirrors `_validate_cpu_arch_and_image` of server/services/runs/spec.py.
 */
export const dockerOnArm: Rule<Run> = {
  codes,
  since: '0.21.1',
  check(run, report) {
    for (const { resources, docker } of containersOf(run)) {
      const arm = docker && armProcessor(resources);
      if (!arm) continue;
      const message =
        '`docker: true` is not supported on ARM processors: use `x86`, or set `image` to an image that includes Docker.';
      report(
        problem('conflicting-properties', arm.span, message, {
          data: { other: 'docker' },
          related: [setHere(docker, 'docker')],
        }),
      );
    }
  },
};

/**
 * A fleet is created in clouds or consists of existing hosts.
 * Mirrors `_validate_fleet_configuration_subtype_specific_fields` of server/services/fleets.py.
 */
export const nodesOrHosts: Rule<Fleet> = {
  codes,
  since: '0.19.19',
  check(fleet, report) {
    const keys = ['nodes', 'ssh_config'];
    if (!keys.every((key) => fleet.isSet(key) && !fleet.isUnsure(key))) return;
    const message =
      '`nodes` and `ssh_config` are mutually exclusive: the hosts of an SSH fleet are its nodes.';
    report(conflict(fleet, 'nodes', 'ssh_config', message));
  },
};

/**
 * `network` limits the addresses that dstack finds, and has no meaning if the file has them.
 * Mirrors `_validate_internal_ips` of server/services/fleets.py.
 */
export const networkOrAddresses: Rule<Fleet> = {
  codes,
  check(fleet, report) {
    const ssh = fleet.view('ssh_config');
    const { having, lacking } = hostAddresses(fleet);
    const [owner] = having;
    if (!owner || lacking.length > 0 || !ssh?.hasValue('network')) return;
    const message =
      '`network` and `internal_ip` are mutually exclusive: each host says its own address.';
    report({
      ...conflict(ssh, 'network', 'internal_ip', message),
      related: [setHere(owner, 'internal_ip')],
    });
  },
};

/**
 * dstack deletes no volume that it did not create.
 * Mirrors `_validate_volume_configuration` of server/services/volumes.py.
 */
export const autoCleanup: Rule<Volume> = {
  codes,
  since: '0.20.17',
  check(volume, report) {
    const id = idKey(volume);
    if ((volume.value('auto_cleanup_duration') ?? 0) <= 0 || !volume.hasValue(id)) return;
    const message = `\`auto_cleanup_duration\` is not supported for an existing volume (\`${id}\`): dstack deletes only what it created.`;
    report(conflict(volume, 'auto_cleanup_duration', id, message));
  },
};

/**
 * A gateway with several replicas cannot have a router. Newer releases know no router of gateways.
 * Mirrors `_validate_gateway_configuration` of dstack 0.20.
 */
export const routerOrReplicas: Rule<Gateway> = {
  codes,
  until: '0.21.0',
  check(gateway, report) {
    if (!gateway.isGiven('router') || !hasReplicas(gateway)) return;
    const message = '`router` is not supported for gateways with several `replicas`.';
    report(conflict(gateway, 'router', 'replicas', message));
  },
};
