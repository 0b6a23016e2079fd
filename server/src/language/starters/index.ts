import { devEnvironment } from './dev-environment';
import { fleet } from './fleet';
import { gateway } from './gateway';
import { preset } from './preset';
import { profiles } from './profiles';
import { service } from './service';
import type { Starter } from './starter';
import { task } from './task';
import { volume } from './volume';

export { plainText, snippetText, type Starter } from './starter';

/** Whole files to begin with, by the type of the configuration; each type's usual one first. */
export const STARTERS: Readonly<Record<string, readonly Starter[]>> = {
  'dev-environment': devEnvironment,
  task,
  service,
  fleet,
  volume,
  gateway,
  preset,
  profiles,
};
