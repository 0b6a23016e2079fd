import { configurationType } from './configuration-type';
import { ports } from './ports';
import { profileParams } from './profile-params';
import { commandList, run } from './run';

/** Mirrors `DevEnvironmentConfiguration` of core/models/configurations.py. */
export const devEnvironment = configurationType('dev-environment', {
  title: 'Dev environment',
  description:
    'A dev environment: a machine in the cloud or of your own to work on interactively, from a desktop IDE or over ' +
    'SSH.',
  example: { ide: 'vscode', resources: { gpu: '24GB' } },
  first: [
    'name',
    'ide',
    'python',
    'image',
    'env',
    'resources',
    'spot_policy',
    'init',
    'repos',
    'files',
    'volumes',
    'inactivity_duration',
    'ports',
    'docker',
    'nvcc',
  ],
  properties: {
    ...run,
    ...profileParams,
    max_duration: {
      ...profileParams.max_duration,
      formerly: { until: '0.18.43', default: '6h' },
    },
    working_dir: {
      ...run.working_dir,
      formerly: { until: '0.20.0', default: '/workflow' },
    },
    ports,
    ide: {
      type: ['string', 'null'],
      enum: ['vscode', 'cursor', 'windsurf', 'zed', null],
      description:
        'The desktop IDE to prepare the dev environment for; `dstack apply` prints a link that opens it. SSH works ' +
        'with and without.',
      defaultDescription: 'no IDE, only SSH',
      valueDescriptions: {
        vscode: 'Visual Studio Code.',
        cursor: 'Cursor.',
        windsurf: 'Windsurf.',
        zed: 'Zed.',
      },
      valuesSince: { cursor: '0.19.0', windsurf: '0.20.3', zed: '0.20.24' },
      optionalSince: '0.20.14',
      formsSince: { null: '0.20.14' },
    },
    // Rules: needs `ide`; for Windsurf it has the form `VERSION@COMMIT`.
    version: {
      type: ['string', 'null'],
      description:
        'The exact version of the IDE to install on the machine. Windsurf needs the commit as well: ' +
        '`VERSION@COMMIT`.',
      defaultDescription: 'the newest version',
      examples: ['1.106.0@8951cd3ad688e789573d7f51750d67ae4a0bea7d'],
    },
    init: {
      ...commandList,
      description:
        'Commands to run when the dev environment starts, before you connect: install packages, download data.',
      defaultDescription: 'no commands',
      examples: [['uv pip install wandb']],
    },
    inactivity_duration: {
      type: ['integer', 'null'],
      shorthand: 'inactivity-duration',
      description:
        'Stops the dev environment after this time without a connection, be it from an IDE, over SSH or by ' +
        '`dstack attach`. It can be changed while the dev environment runs.',
      default: 'off',
      valueDescriptions: { off: 'It runs until you stop it.' },
      examples: ['2h', '1d', 'off'],
      excludes: ['dstack'],
      since: '0.18.41',
    },
    dstack: { ...run.dstack, excludes: ['inactivity_duration'] },
    single_branch: { ...run.single_branch, default: false },
    setup: {
      ...run.setup,
      description: 'Commands to run before those of `init`. Use `init` instead.',
      replacement: { property: 'init' },
    },
    // Rule: any value is rejected.
    entrypoint: {
      ...run.entrypoint,
      impossible: true,
      description: 'Not supported in a dev environment; only tasks and services have it.',
    },
  },
});
