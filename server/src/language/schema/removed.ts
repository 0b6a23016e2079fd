import { optionalDuration } from './durations';
import type { Schema } from './schema';

/**
 * Properties that dstack once had and now rejects. They are in the schema so the message for an old file can say what
 * replaced them. `removed` is the release without them; the description says what to do instead.
 */

/** Removed from the runs themselves. */
export const removedFromRuns = {
  build: {
    description: 'Put its commands before the others, or build an `image` that includes them.',
    removed: '0.12.0',
  },
  cache: {
    description:
      'Mount a folder of the instance to keep files, e.g. `/cache:/root/.cache` in `volumes`.',
    removed: '0.12.0',
  },
} satisfies Record<string, Schema>;

const idleTime = {
  termination_idle_time: {
    description: 'Use `idle_duration`.',
    former: optionalDuration,
    deprecated: '0.19.0',
    removed: '0.20.0',
    replacement: { property: 'idle_duration' },
  },
  termination_policy: {
    description: 'Use `idle_duration`: a time for `destroy-after-idle`, `off` for `dont-destroy`.',
    deprecated: '0.19.0',
    removed: '0.20.0',
    replacement: {
      property: 'idle_duration',
      // `get_termination` of core/services/profiles.py in 0.18.44.
      values: { 'dont-destroy': 'off', 'destroy-after-idle': null },
    },
    former: { type: ['string', 'null'], enum: ['dont-destroy', 'destroy-after-idle', null] },
  },
} satisfies Record<string, Schema>;

const name: Schema = { type: ['string', 'null'] };

/** Removed from what runs, presets and profiles share. */
export const removedFromProfileParams = {
  ...idleTime,
  retry_policy: {
    description: 'Use `retry`, with `on_events` and `duration`.',
    removed: '0.20.0',
    former: {
      type: ['object', 'null'],
      properties: { retry: { type: 'boolean' }, duration: optionalDuration },
    },
  },
  instance_name: {
    description: 'Name the instance in `instances`.',
    removed: '0.20.0',
    former: name,
  },
  pool_name: {
    description: 'Pools became fleets: name one in `fleets`.',
    removed: '0.20.0',
    former: name,
  },
} satisfies Record<string, Schema>;

/** Removed from fleets. */
export const removedFromFleets = idleTime satisfies Record<string, Schema>;

/** `SGLangGatewayRouterConfig` of core/models/routers.py. */
const formerRouter: Schema = {
  type: ['object', 'null'],
  properties: {
    type: { type: 'string', enum: ['sglang'] },
    policy: { type: 'string', enum: ['random', 'round_robin', 'cache_aware', 'power_of_two'] },
  },
};

/** `SGLangServiceRouterConfig` of core/models/routers.py. */
const formerServiceRouter: Schema = {
  ...formerRouter,
  properties: { ...formerRouter.properties, pd_disaggregation: { type: 'boolean' } },
};

/** Removed from services. */
export const removedFromServices = {
  router: {
    description:
      'A router is a replica of the service now: give it `groups`, one of them with `router: {type: smg}`, `replicas: 1` ' +
      'and `commands` that start the router, such as `smg launch --port 8000`, and others with the workers. What `policy` ' +
      'and `pd_disaggregation` said are options of that command. Before dstack 0.21.3, `groups` are a list in `replicas`, ' +
      'with `count`; before 0.22.4, the type is `sglang`.',
    removed: '0.21.0',
    since: '0.20.10',
    former: formerServiceRouter,
  },
};

/** Removed from gateways. */
export const removedFromGateways = {
  router: {
    description:
      'Gateways have no router any more. A service that needs one has it in a group of its own: `router` in `groups`.',
    removed: '0.21.0',
    since: '0.19.38',
    former: formerRouter,
  },
};
