import { GATEWAY_BACKENDS, PRIVATE_GATEWAY_BACKENDS } from './gateway-backends';
import { GPUS, TPUS, type Gpu } from './gpus';
import { GATEWAY_INSTANCE_TYPES, INSTANCE_TYPES } from './instance-types';
import { AVAILABILITY_ZONES, REGIONS } from './regions';

export type { Gpu } from './gpus';

/** Names by the backend that has them. */
export type NamesByBackend = Readonly<Record<string, readonly string[]>>;

/** What dstack and gpuhunt know besides the models. It is not complete: a name that is not here may exist. */
export interface Catalogue {
  /** By their names in lower case; without TPUs. */
  readonly gpus: Readonly<Record<string, Gpu>>;
  /** The sizes of each generation of TPUs. */
  readonly tpus: Readonly<Record<string, readonly number[]>>;
  readonly regions: NamesByBackend;
  readonly availabilityZones: NamesByBackend;
  readonly instanceTypes: NamesByBackend;
  readonly gatewayInstanceTypes: NamesByBackend;
  /** Backends that gateways run on. */
  readonly gatewayBackends: readonly string[];
  /** Those on which gateways can do without a public IP address. */
  readonly privateGatewayBackends: readonly string[];
}

/** The catalogue of the newest release that is known. */
export const CATALOGUE: Catalogue = {
  gpus: GPUS,
  tpus: TPUS,
  regions: REGIONS,
  availabilityZones: AVAILABILITY_ZONES,
  instanceTypes: INSTANCE_TYPES,
  gatewayInstanceTypes: GATEWAY_INSTANCE_TYPES,
  gatewayBackends: GATEWAY_BACKENDS,
  privateGatewayBackends: PRIVATE_GATEWAY_BACKENDS,
};
