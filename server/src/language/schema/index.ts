import { devEnvironment } from './dev-environment';
import { fleet } from './fleet';
import { gateway } from './gateway';
import { preset } from './preset';
import { profiles } from './profiles';
import type { Schema } from './schema';
import { service } from './service';
import { task } from './task';
import { volume } from './volume';

export { exportSchema, type Form } from './export';
export { profiles };

/** A configuration file of any type. Mirrors `parse_apply_configuration` of core/models/configurations.py. */
export const configuration: Schema = {
  title: 'dstack configuration',
  type: 'object',
  description: 'What `dstack apply` is to create: a run, a fleet, a gateway, a volume or a preset.',
  discriminator: { propertyName: 'type' },
  oneOf: [devEnvironment, task, service, fleet, gateway, volume, preset],
};

/** The schemas by the kind of file that they are for. */
export const SCHEMAS = { configuration, profiles };
