import type { Schema } from './schema';

/**
 * `RepoSpec` of core/models/configurations.py, also written `SOURCE` or `SOURCE:PATH`. Rule: exactly one of
 * `local_path` and `url`.
 */
const repo: Schema = {
  title: 'Repo',
  type: 'object',
  shorthand: 'repo',
  localPath: 'folder',
  additionalProperties: false,
  description:
    'A Git repo: a folder on your machine or a URL, with or without a place in the container: `..`, `.:/app`, ' +
    '`https://github.com/org/repo:/app`.',
  examples: [
    '.',
    '..:/app',
    'https://github.com/dstackai/dstack:/app',
    { local_path: '.', path: '/app', if_exists: 'skip' },
  ],
  properties: {
    local_path: {
      type: ['string', 'null'],
      localPath: 'folder',
      description:
        'The folder of a Git clone on your machine; its uncommitted changes come along. A relative path starts at ' +
        'the folder of this configuration file.',
      examples: ['.', '..'],
      excludes: ['url'],
    },
    url: {
      type: ['string', 'null'],
      description: 'The address of a Git repo that need not be cloned on your machine.',
      examples: ['https://github.com/dstackai/dstack'],
      excludes: ['local_path'],
    },
    path: {
      type: 'string',
      shorthand: 'repo-path',
      description:
        'Where the repo goes in the container. A relative path starts at the working directory of the run.',
      default: '.',
      formerly: {
        until: '0.20.0',
        default: '/workflow',
        when: '!working_dir=/workflow',
      },
      examples: ['/app'],
    },
    if_exists: {
      type: 'string',
      enum: ['error', 'skip'],
      description: 'What to do if that place is a folder with something in it already.',
      default: 'error',
      valueDescriptions: {
        error: 'The run fails.',
        skip: 'The repo is left out and the folder stays as it is.',
      },
      since: '0.20.0',
    },
    branch: {
      type: ['string', 'null'],
      description: 'The branch to check out.',
      defaultDescription: 'the current branch of the clone, or the main branch of the URL',
      examples: ['main'],
    },
    hash: {
      type: ['string', 'null'],
      description: 'The commit to check out.',
      defaultDescription: 'the newest commit of the branch',
      examples: ['a1b2c3d4'],
    },
  },
};

/** `repos` of runs. */
export const repos: Schema = {
  type: 'array',
  unsent: true,
  maxItems: 1,
  items: repo,
  description:
    'The Git repo to have in the container, cloned there with your local changes. So far a run can have one repo.',
  defaultDescription: 'no repo',
  examples: [['.'], ['https://github.com/dstackai/dstack:/app']],
  reference: '#_repos',
  since: '0.19.26',
};
