import { BACKENDS_SINCE } from './backends';
import { idleDuration } from './durations';
import { withReferences } from './reference';
import type { Schema } from './schema';
import { tags } from './tags';

const DESCRIPTION =
  'A volume: a network disk that keeps data between runs. It belongs to one backend, and mostly to one region of it.';

const type: Schema = { type: 'string', const: 'volume', description: DESCRIPTION };

const name: Schema = {
  type: ['string', 'null'],
  shorthand: 'resource-name',
  declares: 'volume',
  description:
    'The name of the volume, by which runs mount it. 2 to 41 lowercase letters, digits and hyphens, starting with a ' +
    'letter.',
  defaultDescription: 'a random name',
  examples: ['my-volume'],
  valueMeaning: 'Runs mount the volume by this name: `volumes: ["{value}:/data"]`.',
};

const region: Schema = {
  type: 'string',
  catalogue: 'regions',
  configured: 'region',
  description:
    'The region in which the data lies, by the name that the cloud gives it. Runs that mount the volume are placed there.',
  examples: ['eu-central-1'],
};

const availabilityZone: Schema = {
  type: ['string', 'null'],
  catalogue: 'availability-zones',
  description: 'The zone within the region in which the data lies.',
  defaultDescription: 'any zone of the region',
  examples: ['eu-central-1a'],
  since: '0.18.41',
};

const size: Schema = {
  type: ['number', 'null'],
  shorthand: 'memory',
  description: 'How large the new volume is. Needed unless you register one that exists.',
  examples: ['100GB'],
};

const volumeId: Schema = {
  type: ['string', 'null'],
  description:
    'The ID of a volume that you made elsewhere and want to use in dstack. It must have a file system already, and ' +
    'dstack does not delete its data.',
  defaultDescription: 'a new volume is created',
  examples: ['vol-0123456789abcdef0'],
  excludes: ['auto_cleanup_duration'],
};

const common = {
  auto_cleanup_duration: {
    ...idleDuration,
    description:
      'Deletes the volume, with its data, when no run has used it for this time. Without it, the volume stays.',
    default: 'off',
    valueDescriptions: { off: 'The volume is never deleted by itself.' },
    examples: ['7d', 'off'],
    since: '0.19.19',
  },
  tags,
} satisfies Record<string, Schema>;

interface BackendParts {
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly since?: string;
}

/** The volume of one backend. */
function volumeOf(
  backend: string,
  { title, description, properties, required = [], since }: BackendParts,
) {
  return {
    title,
    type: 'object',
    additionalProperties: false,
    required: ['type', 'backend', ...required],
    description,
    ...(since === undefined ? {} : { since }),
    properties: {
      type,
      name,
      backend: { type: 'string', const: backend, configured: 'backend', description },
      ...properties,
      ...common,
    },
  } satisfies Schema;
}

/** One model had the properties of all backends. */
const formerId: Schema = {
  description: 'Name an existing claim in `claim_name`.',
  removed: '0.20.17',
  former: { type: ['string', 'null'] },
};

const kubernetes = {
  region: {
    ...region,
    description: 'The cluster, by its context, if the backend is configured with several.',
    default: '',
    examples: ['gpu-cluster-a'],
    optionalSince: '0.20.21',
  },
  size: {
    ...size,
    description:
      'How large the new claim is. Needed unless you name an existing one in `claim_name`.',
  },
  claim_name: {
    type: ['string', 'null'],
    description:
      'An existing `PersistentVolumeClaim` to use. The size and what else describes a new one is then ignored.',
    defaultDescription: 'a new claim is created',
    examples: ['existing-pvc'],
    since: '0.20.17',
    excludes: ['auto_cleanup_duration'],
  },
  storage_class_name: {
    type: ['string', 'null'],
    description: 'The `StorageClass` of the new claim.',
    defaultDescription: 'what the cluster decides',
    examples: ['test-nfs'],
    since: '0.20.17',
  },
  access_modes: {
    type: 'array',
    items: {
      type: 'string',
      description: 'An access mode of Kubernetes.',
      examples: ['ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany'],
    },
    description:
      'How the new claim may be mounted. For several runs at the same time, use `ReadWriteMany` or `ReadOnlyMany`.',
    default: ['ReadWriteOnce'],
    examples: [['ReadWriteMany']],
    since: '0.20.17',
  },
  read_only: {
    type: 'boolean',
    description: 'Whether runs can only read from the volume.',
    default: false,
    since: '0.20.19',
  },
  volume_id: formerId,
  availability_zone: { ...formerId, since: '0.18.41' },
} satisfies Record<string, Schema>;

/** The backends that the models accepted for a volume before 0.20.17, and planning rejected. */
const FORMER_BACKENDS = [
  'amddevcloud',
  'azure',
  'cloudrift',
  'crusoe',
  'cudo',
  'datacrunch',
  'digitalocean',
  'dstack',
  'hotaisle',
  'lambda',
  'local',
  'nebius',
  'oci',
  'remote',
  'tensordock',
  'vastai',
  'verda',
  'vultr',
];

/** Mirrors `VolumeConfiguration` of core/models/volumes.py. Rule: a new volume needs a `size`. */
export const volume: Schema = withReferences('dstack.yml/volume', {
  title: 'Volume',
  type: 'object',
  required: ['type'],
  description: DESCRIPTION,
  examples: [
    { type: 'volume', name: 'my-volume', backend: 'aws', region: 'eu-central-1', size: '100GB' },
  ],
  properties: { type },
  // Rules decided on the backend of a volume, until each got its own model.
  valuesRemoved: Object.fromEntries(FORMER_BACKENDS.map((name) => [name, '0.20.17'])),
  valuesSince: BACKENDS_SINCE,
  discriminator: { propertyName: 'backend' },
  oneOf: [
    volumeOf('aws', {
      title: 'AWS volume',
      description: 'A volume of AWS (EBS), for one run at a time.',
      properties: { region, size, availability_zone: availabilityZone, volume_id: volumeId },
      required: ['region'],
    }),
    volumeOf('gcp', {
      title: 'GCP volume',
      description: 'A persistent disk of Google Cloud.',
      properties: { region, size, availability_zone: availabilityZone, volume_id: volumeId },
      required: ['region'],
    }),
    volumeOf('runpod', {
      title: 'Runpod volume',
      description: 'A network volume of Runpod, which several runs can use at the same time.',
      properties: {
        region: { ...region, examples: ['EU-RO-1'] },
        size,
        volume_id: volumeId,
        availability_zone: {
          ...availabilityZone,
          description:
            'Has no effect on Runpod, which has no zones; older versions of dstack wrote it.',
        },
      },
      required: ['region'],
    }),
    volumeOf('kubernetes', {
      title: 'Kubernetes volume',
      description: 'A `PersistentVolumeClaim` of a Kubernetes cluster.',
      properties: kubernetes,
    }),
    volumeOf('daytona', {
      title: 'Daytona volume',
      description: 'A volume of Daytona.',
      since: '0.22.2',
      properties: { volume_id: volumeId },
    }),
    volumeOf('lium', {
      title: 'Lium volume',
      description: 'A volume of Lium.',
      since: '0.22.5',
      properties: { volume_id: volumeId },
    }),
  ],
});

/**
 * The backends that create a volume of a given `size`. Mirrors which models have the base `VolumeConfigurationWithSize` of
 * core/models/volumes.py.
 */
export const BACKENDS_WITH_SIZE: readonly string[] = (volume.oneOf ?? []).flatMap(
  ({ properties }) => (properties?.['size'] ? (properties['backend']?.const ?? []) : []),
);
