import type {
  LiveFacts,
  LiveFleet,
  LiveGateway,
  LiveGpu,
  LiveVolume,
} from '../../../server/src/language/live/facts';
import type { Gpu } from './answers/gpus';
import type { Fleet } from './answers/fleets';
import type { Gateway } from './answers/gateways';
import type { Volume } from './answers/volumes';
import type { Server } from './server';

/**
 * Everything that the server knows of the project now. What one request does not get is left out, such as the secrets of
 * a plain member. Rejects only if no request gets anything.
 */
export async function factsOf(server: Server, asOf: string): Promise<LiveFacts> {
  const asked = await Promise.allSettled([
    server.about(),
    server.fleets(),
    server.volumes(),
    server.gateways(),
    server.secrets(),
    server.gpus('auto'),
    server.gpus('spot'),
  ]);
  const [project, fleets, volumes, gateways, secrets, gpus, spot] = asked;
  if (project.status === 'rejected' && fleets.status === 'rejected') throw project.reason;
  return {
    project: server.project,
    serverVersion: server.version,
    asOf,
    ...known('backends', project, ({ backends }) => backends),
    ...known('fleets', fleets, (all) => all.map((fleet) => fleetFact(fleet, server.project))),
    ...known('volumes', volumes, (all) => all.flatMap(volumeFact)),
    ...known('gateways', gateways, (all) =>
      all.map((gateway) => gatewayFact(gateway, server.project)),
    ),
    ...known('secrets', secrets, (all) => all),
    ...known('gpus', gpus, (all) => gpuFacts(all, spot.status === 'fulfilled' ? spot.value : [])),
  };
}

function known<Key extends string, From, To>(
  key: Key,
  answer: PromiseSettledResult<From>,
  convert: (from: From) => To,
): { readonly [key in Key]?: To } {
  if (answer.status === 'rejected') return {};
  return { [key]: convert(answer.value) } as { readonly [key in Key]?: To };
}

function fleetFact({ name, project, status, kind, max, instances }: Fleet, own: string): LiveFleet {
  const count = (wanted: string) => instances.filter((one) => one.status === wanted).length;
  return {
    name,
    ...given('project', project === own ? undefined : project),
    status,
    kind,
    idle: count('idle'),
    busy: count('busy'),
    ...given('max', max),
  };
}

function volumeFact({ name, backend, region, size, status }: Volume): readonly LiveVolume[] {
  if (backend === undefined) return [];
  return [{ name, backend, ...given('region', region), ...given('size', size), status }];
}

function gatewayFact(
  { name, project, isDefault, domain, status }: Gateway,
  own: string,
): LiveGateway {
  return {
    name,
    ...given('project', project === own ? undefined : project),
    isDefault,
    ...given('domain', domain),
    status,
  };
}

function gpuFacts(all: readonly Gpu[], spot: readonly Gpu[]): readonly LiveGpu[] {
  const keyOf = ({ name, memory }: Gpu) => `${name} ${String(memory)}`;
  const prices = new Map(spot.map((gpu) => [keyOf(gpu), gpu.perGpu]));
  return all.map((gpu) => ({ ...gpu, ...given('spot', prices.get(keyOf(gpu))) }));
}

function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in Key]?: Value };
}
