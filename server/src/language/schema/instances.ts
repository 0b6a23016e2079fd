import { entityReference } from './entity-reference';
import type { Schema } from './schema';

/**
 * One instance of a fleet. Mirrors `InstanceSelector` of core/models/profiles.py. Rule: exactly one of `name`,
 * `hostname`, or `fleet` together with `instance`.
 */
const instanceSelector: Schema = {
  title: 'Instance',
  type: 'object',
  shorthand: 'instance-selector',
  additionalProperties: false,
  description:
    'One instance of a fleet: its name alone, or a mapping with `name`, with `hostname`, or with `fleet` and ' +
    '`instance`.',
  examples: ['my-fleet-0', { hostname: '192.168.1.10' }, { fleet: 'my-fleet', instance: 0 }],
  properties: {
    name: {
      type: 'string',
      minLength: 1,
      description: 'The name of the instance, as `dstack fleet` shows it: the fleet and a number.',
      examples: ['my-fleet-0'],
      excludes: ['hostname', 'fleet', 'instance'],
    },
    hostname: {
      type: 'string',
      minLength: 1,
      description: 'The host name or IP address of the instance, most useful with SSH fleets.',
      examples: ['192.168.1.10'],
      excludes: ['name', 'fleet', 'instance'],
    },
    fleet: {
      ...entityReference('fleet'),
      description:
        'The fleet that the instance belongs to. Write `PROJECT/FLEET` for a fleet that another project shares.',
      examples: ['my-fleet', 'main/my-fleet'],
      excludes: ['name', 'hostname'],
    },
    instance: {
      type: 'integer',
      minimum: 0,
      description: 'The number of the instance within the fleet, counted from 0.',
      examples: [0],
      excludes: ['name', 'hostname'],
    },
  },
};

/** `instances` of runs and profiles. */
export const instances: Schema = {
  type: ['array', 'null'],
  minItems: 1,
  items: instanceSelector,
  description:
    'Restricts the run to these instances of your fleets. No new instance is created for it.',
  defaultDescription: 'any instance',
  examples: [['my-fleet-0']],
  reference: '#_instances',
  since: '0.20.25',
};

/** `fleets` of runs and profiles. */
export const fleets: Schema = {
  type: ['array', 'null'],
  items: {
    ...entityReference('fleet'),
    shorthand: 'fleet-reference',
    description: 'A fleet that the run may use.',
    formsSince: { mapping: '0.20.14' },
    examples: ['my-fleet', 'main/shared-fleet'],
  },
  description:
    'The fleets that the run may use, by name. Write `PROJECT/FLEET` for a fleet that another project shares ' +
    'with yours.',
  defaultDescription: 'all fleets of the project',
  examples: [['my-fleet']],
  since: '0.19.3',
};
