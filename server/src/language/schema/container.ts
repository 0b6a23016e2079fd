import { PYTHON_VERSIONS } from '../shorthand/python-version';
import type { Schema } from './schema';

/** What a container is made from and how it runs; part of `BaseRunConfiguration`. */
export const container = {
  image: {
    type: ['string', 'null'],
    description:
      'The Docker image to run. Without it, dstack runs its own Ubuntu image with `uv`, `python`, `pip`, the CUDA ' +
      'runtime and NCCL. Bring your own image for accelerators that are not from NVIDIA, and for old NVIDIA GPUs ' +
      '(V100, P100) that CUDA 13 no longer supports.',
    defaultDescription: 'the default image of dstack',
    examples: ['lmsysorg/sglang:latest', 'nvcr.io/nvidia/pytorch:25.05-py3'],
    valueMeaning: 'Containers are made from the image {value}, which the server looks up first.',
    catalogue: 'images',
    excludes: ['python', 'docker'],
  },
  python: {
    type: ['string', 'null'],
    notable: true,
    shorthand: 'python-version',
    enum: [...PYTHON_VERSIONS, null],
    description:
      'Picks the Python version of the default image, which is what a run without `image` uses. Put the version in ' +
      'quotes: to YAML, a bare `3.10` is the number 3.1.',
    defaultDescription: 'the version that the default image comes with',
    examples: ['3.12'],
    valueDescriptions: Object.fromEntries(
      PYTHON_VERSIONS.map((version) => [version, `The default image with Python ${version}.`]),
    ),
    excludes: ['image', 'docker'],
    valuesSince: { '3.14': '0.21.0', '3.15': '0.22.5' },
    valuesRemoved: { '3.8': '0.18.43' },
  },
  nvcc: {
    type: ['boolean', 'null'],
    description:
      'Takes the default image in the variant that has the CUDA compiler `nvcc`, which is missing otherwise. You ' +
      'need it to build CUDA kernels, for instance for Flash Attention.',
    default: false,
    excludes: ['docker'],
  },
  docker: {
    type: ['boolean', 'null'],
    description:
      'Lets the run itself use Docker and Docker Compose. The container is then always privileged. Not offered by ' +
      '`runpod`, `vastai` and `kubernetes`.',
    default: false,
    excludes: ['image', 'python', 'nvcc'],
    since: '0.19.16',
  },
  privileged: {
    type: 'boolean',
    description:
      "Runs the container in Docker's privileged mode, with access to the devices of the host. Not every backend " +
      'allows it: `runpod` and `vastai`, for example, do not.',
    default: false,
  },
  registry_auth: {
    title: 'Registry credentials',
    type: ['object', 'null'],
    secret: true,
    additionalProperties: false,
    required: ['username', 'password'],
    description: 'How to log in to the registry of a private Docker `image`.',
    defaultDescription: 'no login',
    examples: [{ username: 'me', password: '${{ secrets.registry_token }}' }],
    reference: '#registry_auth',
    properties: {
      username: {
        type: 'string',
        description: 'The name of the account.',
        examples: ['$oauthtoken'],
        embeds: ['env', 'secrets'],
      },
      password: {
        type: 'string',
        description:
          'The password or access token. Keep it out of the file with `${{ env.NAME }}` or `${{ secrets.NAME }}`.',
        examples: ['${{ env.NGC_API_KEY }}'],
        embeds: ['env', 'secrets'],
      },
    },
  },
  working_dir: {
    type: ['string', 'null'],
    description:
      'The folder in the container in which the commands start, as an absolute path; `~` is the home folder.',
    defaultDescription: 'the working directory of the `image`',
    formerly: {
      until: '0.20.0',
      defaultDescription: '`/workflow` if there are `commands`',
      keep: '/workflow',
      when: 'commands',
    },
    examples: ['/app', '~/project'],
  },
  entrypoint: {
    type: ['string', 'null'],
    description:
      'Replaces the entrypoint of the image. No shell is involved then: the `commands` become its arguments.',
    defaultDescription: 'a shell that runs the `commands`',
    examples: ['python -m http.server'],
  },
  shell: {
    type: ['string', 'null'],
    shorthand: 'shell',
    description: 'The shell that runs the commands: `sh`, `bash` or an absolute path.',
    defaultDescription: '`/bin/sh` with a custom `image`, `/bin/bash` without',
    valueDescriptions: {
      sh: 'The plain shell at `/bin/sh`.',
      bash: 'Bash at `/bin/bash`; the image must have it.',
    },
    examples: ['bash', '/usr/bin/zsh'],
    since: '0.19.5',
  },
  user: {
    type: ['string', 'null'],
    shorthand: 'unix-user',
    description:
      'Who the commands run as in the container: `USER` or `USER:GROUP`, as names or numbers.',
    defaultDescription: 'the user that the `image` sets',
    examples: ['ubuntu', '1000:1000'],
    since: '0.18.30',
  },
} satisfies Record<string, Schema>;
