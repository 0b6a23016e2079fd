// Written by tools/catalogue.py from dstack 0.22.5 and gpuhunt 0.1.34. Do not edit.

/** The backends in which gateways can run. */
export const GATEWAY_BACKENDS: readonly string[] = ['aws', 'azure', 'gcp', 'kubernetes'];

/** The backends whose gateways may have no public IP address. */
export const PRIVATE_GATEWAY_BACKENDS: readonly string[] = ['aws', 'gcp'];
