import { entityReference } from './entity-reference';
import type { Schema } from './schema';

/** `gateway` of services and presets: a switch, or the gateway's name. */
export const gatewayReference: Schema = {
  ...entityReference('gateway'),
  title: 'Gateway',
  type: ['boolean', 'object', 'null'],
  shorthand: 'gateway',
  description:
    'The gateway to publish the service at, by name; `PROJECT/GATEWAY` for one that another project shares. `true` ' +
    'insists on the default gateway, `false` does without any.',
  defaultDescription: 'the default gateway if the project has one, else none',
  valueDescriptions: {
    true: 'The default gateway of the project; it must exist.',
    false: 'No gateway: the service is reached through the dstack server.',
  },
  examples: ['my-gateway', 'main/shared-gateway', true],
  valuesSince: { true: '0.20.1' },
  // pydantic 1 reads them as true.
  textsSince: { pattern: '^(?:1|on|t|true|y|yes)$', what: 'the meaning `true`', since: '0.20.1' },
  formsSince: { mapping: '0.20.20' },
};
