import type { Fleet, Instance } from '../../answers/fleets';
import type { Gateway } from '../../answers/gateways';
import type { Volume } from '../../answers/volumes';
import { money } from '../../plan/money';
import { t } from '../../texts';
import { icon, joined, type Row } from './tree';

/** The rows of the view of fleets, with their instances. */
export function fleetRows(fleets: readonly Fleet[]): readonly Row<Fleet>[] {
  return fleets.map((fleet) => {
    const { name, status, kind, max, instances } = fleet;
    const count = (wanted: string) => instances.filter((one) => one.status === wanted).length;
    const others = new Set(instances.map((one) => one.status).filter(isBetween));
    const counts = [
      t('{0} idle', count('idle')),
      t('{0} busy', count('busy')),
      ...[...others].map((other) => `${String(count(other))} ${other}`),
    ].join(', ');
    const limit = max === undefined ? undefined : t('at most {0}', max);
    return {
      label: name,
      description: joined(status === 'active' ? undefined : status, counts, limit),
      tooltip:
        kind === 'ssh' ? t('SSH fleet {0}: {1}', name, status) : t('fleet {0}: {1}', name, status),
      icon: icon('server-environment', count('idle') > 0 ? 'green' : undefined),
      context: 'fleet',
      about: fleet,
      rows: instances.map(instanceRow),
    };
  });
}

/** Whether an instance in this state is neither ready nor at work, such as one that starts. */
function isBetween(status: string): boolean {
  return status !== 'idle' && status !== 'busy';
}

function instanceRow({ name, status, backend, region, resources, price, isUnreachable }: Instance) {
  const cost = price === undefined || price === 0 ? undefined : t('{0}/h', money(price));
  const state = isUnreachable ? t('{0}, unreachable', status) : status;
  return {
    label: name,
    description: joined(state, resources, cost),
    tooltip: joined(name, state, backend, region, resources, cost),
    icon: icon('vm', isUnreachable ? 'red' : status === 'idle' ? 'green' : undefined),
    context: 'instance',
  };
}

/** The rows of the view of volumes. */
export function volumeRows(volumes: readonly Volume[]): readonly Row<Volume>[] {
  return volumes.map((volume) => {
    const { name, status, reason, backend, region, size, price } = volume;
    const place = [backend, region].filter((one) => one !== undefined).join(' ');
    const cost = price === undefined ? undefined : t('{0} per month', money(price));
    const amount = size === undefined ? undefined : `${String(size)}GB`;
    return {
      label: name,
      description: joined(status === 'active' ? undefined : status, amount, place, cost),
      tooltip: joined(name, status, reason, amount, place, cost),
      icon: icon('database', status === 'failed' ? 'red' : undefined),
      context: 'volume',
      about: volume,
    };
  });
}

/** The rows of the view of gateways. */
export function gatewayRows(gateways: readonly Gateway[]): readonly Row<Gateway>[] {
  return gateways.map((gateway) => {
    const { name, status, reason, domain, hostname, isDefault } = gateway;
    return {
      label: name,
      description: joined(status, domain, isDefault ? t('default') : undefined),
      tooltip: joined(name, status, reason, domain, hostname),
      icon: icon('globe', status === 'failed' ? 'red' : status === 'running' ? 'green' : undefined),
      context: 'gateway',
      about: gateway,
    };
  });
}
