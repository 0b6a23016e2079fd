import { container } from './container';
import { env } from './env';
import { files } from './files';
import { volumes } from './mount-points';
import { removedFromRuns } from './removed';
import { repos } from './repos';
import { resources } from './resources';
import type { Schema } from './schema';
import type { Embedded } from './system-variables';

/** `CommandsList` of core/models/configurations.py. */
export const commandList: Schema = {
  type: 'array',
  items: {
    type: 'string',
    description:
      'One command. Use `|` for several lines, and quotes where a command contains a colon followed by a space.',
    examples: ['python train.py'],
    embeds: ['shell'],
  },
};

/** `commands` of tasks and services, in which dstack replaces some `${{ }}`. */
export const commandsWith = (...embeds: readonly Embedded[]): Schema => ({
  ...commandList,
  items: { ...commandList.items, embeds: ['shell', ...embeds] },
});

/**
 * What dev environments, tasks and services share. Mirrors `BaseRunConfiguration` of
 * core/models/configurations.py, without `type`.
 */
export const run = {
  name: {
    type: ['string', 'null'],
    shorthand: 'resource-name',
    declares: 'run',
    description:
      'The name of the run, by which you stop it, read its logs or update it. 2 to 41 lowercase letters, digits ' +
      'and hyphens, starting with a letter.',
    defaultDescription: 'a random name',
    examples: ['my-run'],
    valueMeaning:
      'Commands refer to the run by this name: `dstack attach {value}`, `dstack stop {value}`.',
  },
  ...container,
  env,
  resources,
  volumes,
  repos,
  files,
  priority: {
    type: ['integer', 'null'],
    minimum: 0,
    maximum: 100,
    description: 'Among waiting runs, those with a higher number get instances first.',
    valueMeaning:
      'Waiting runs with more than {value}, of at most 100, get instances first; the default is 0.',
    default: 0,
    examples: [50],
    since: '0.19.10',
  },
  single_branch: {
    type: ['boolean', 'null'],
    description:
      'Whether a repo is cloned with its current branch only, or with all branches of the remote.',
    default: true,
    since: '0.18.40',
  },
  dstack: {
    type: 'boolean',
    description:
      'Lets the run reach the dstack server, so it can start further runs. It is not logged in: pass a ' +
      '`DSTACK_TOKEN` in `env` for that.',
    default: false,
    since: '0.20.28',
  },
  setup: {
    ...commandList,
    description: 'Has no effect any more; put these commands before the others.',
    deprecated: '0.18.31',
  },
  home_dir: {
    type: 'string',
    description: 'Has no effect any more. Remove it.',
    default: '/root',
    deprecated: '0.18.31',
  },
  ...removedFromRuns,
} satisfies Record<string, Schema>;
