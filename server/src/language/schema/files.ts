import type { Schema } from './schema';

/** `FilePathMapping` of core/models/files.py, also written `LOCAL` or `LOCAL:CONTAINER`. */
const fileMapping: Schema = {
  title: 'File mapping',
  type: 'object',
  shorthand: 'file-mapping',
  localPath: 'any',
  additionalProperties: false,
  required: ['local_path', 'path'],
  description:
    'A file or folder to upload: `data.csv`, or `.:/app` with a place in the container. Without one it keeps its ' +
    'path.',
  examples: ['.:/app', '~/.netrc', { local_path: 'configs', path: '/etc/app' }],
  properties: {
    local_path: {
      type: 'string',
      localPath: 'any',
      description:
        'The file or folder on your machine. A relative path starts at the folder of this configuration file.',
      examples: ['.', '../configs'],
    },
    path: {
      type: 'string',
      shorthand: 'container-path',
      description:
        'Where it appears in the container. A relative path starts at the working directory of the run.',
      examples: ['/app'],
    },
  },
};

/** `files` of runs. */
export const files: Schema = {
  type: 'array',
  unsent: true,
  items: fileMapping,
  description:
    'Files and folders of your machine to copy into the container. Each entry may have 2MB unless the server ' +
    'allows more; leave things out with `.gitignore` or `.dstackignore`.',
  defaultDescription: 'no files',
  examples: [['.:/app'], ['~/.ssh/id_rsa:/root/.ssh/id_rsa']],
  reference: '#_files',
  since: '0.19.17',
};
