import { integerRange, memoryRange } from './ranges';
import type { Schema } from './schema';

/** `CPUSpec`. Rule: either `arch` and `count`, or the older `min` and `max` alone, which mean the count. */
const cpu: Schema = {
  title: 'CPU',
  type: 'object',
  shorthand: 'cpu',
  additionalProperties: false,
  description:
    'How many CPU cores the instance must have, and of which architecture: `8`, `8..` (at least 8), ' +
    '`4..16`, `arm:8..`. Without an architecture, your `image` decides; the default image is x86 only.',
  default: '2..',
  examples: ['8..', 'x86:16', 'arm:8..'],
  reference: '#resources-cpu',
  textsSince: { pattern: '[a-z]', what: 'an architecture', since: '0.19.8' },
  emptySince: '0.19.8',
  properties: {
    count: {
      ...integerRange,
      description: 'The number of CPU cores, exact (`16`) or as a range (`8..`, `8..32`).',
      default: '2..',
      examples: [16, '8..', '8..32'],
      excludes: ['min', 'max'],
      since: '0.19.8',
    },
    arch: {
      type: ['string', 'null'],
      shorthand: 'cpu-arch',
      enum: ['x86', 'arm', null],
      description:
        'The architecture of the CPU. For `arm` you need an `image` that was built for it, because the ' +
        'images that dstack brings along run on x86 only.',
      defaultDescription: 'any that the `image` supports; `x86` without an `image`',
      valueDescriptions: {
        x86: '64-bit Intel and AMD processors.',
        arm: '64-bit ARM processors, such as NVIDIA Grace or AWS Graviton.',
      },
      excludes: ['min', 'max'],
      since: '0.19.8',
    },
    min: {
      type: ['integer', 'null'],
      description: 'An older way to write the lower end of `count`.',
      examples: [8],
      excludes: ['arch', 'count'],
    },
    max: {
      type: ['integer', 'null'],
      description: 'An older way to write the upper end of `count`.',
      examples: [32],
      excludes: ['arch', 'count'],
    },
  },
};

/** `GPUSpec`. */
const gpu: Schema = {
  title: 'GPU',
  type: ['object', 'null'],
  shorthand: 'gpu',
  additionalProperties: false,
  description:
    'Which GPUs (or TPUs and other accelerators) the run needs. The shorthand joins vendor, name, memory ' +
    'and count with colons, in any order: `24GB`, `A100`, `A10G,A100`, `A100:80GB`, `H100:8`, ' +
    '`24GB..40GB:2`, `amd:MI300X`. Without a vendor, the name decides; the default image needs NVIDIA.',
  default: '0..',
  examples: ['24GB', 'H100', 'A100:80GB', 'H100:8', 'A10G,A100', '24GB..40GB:2', 'amd:MI300X:8'],
  reference: '#resources-gpu',
  properties: {
    name: {
      type: ['array', 'null'],
      shorthand: 'gpu-names',
      catalogue: 'gpu-names',
      items: {
        type: 'string',
        catalogue: 'gpu-names',
        description: 'The model of a GPU that will do, in any letter case.',
        examples: ['H100', 'A100', 'L4', 'MI300X'],
        valueMeaning: 'The GPU model {value} will do.',
      },
      description: 'The GPU model, or a list of models of which any will do.',
      defaultDescription: 'any model',
      examples: ['H100', ['A10G', 'A100']],
    },
    count: {
      ...integerRange,
      description:
        'The number of GPUs in each instance, exact (`8`) or as a range (`1..4`, `2..`).',
      default: '1..',
      formerly: { until: '0.19.9', default: 1 },
      examples: [8, '1..4', '2..'],
    },
    memory: {
      ...memoryRange,
      type: ['object', 'null'],
      catalogue: 'gpu-memory',
      description:
        'The memory of each single GPU: `80GB`, or a range such as `24GB..` or `24GB..80GB`.',
      defaultDescription: 'any size',
      examples: ['80GB', '24GB..', '24GB..80GB'],
    },
    total_memory: {
      ...memoryRange,
      type: ['object', 'null'],
      description:
        'The memory of all GPUs of an instance together. Useful when only the sum matters, for instance ' +
        'because a model is spread over several GPUs.',
      defaultDescription: 'any size',
      examples: ['160GB..', '320GB'],
    },
    vendor: {
      type: ['string', 'null'],
      shorthand: 'gpu-vendor',
      enum: ['nvidia', 'amd', 'google', 'intel', 'tenstorrent', null],
      description: 'Who makes the accelerator. dstack recognises it by `name` where one is given.',
      defaultDescription:
        'the vendor of `name`; without a name `nvidia` for the default image, any for another `image`',
      valueDescriptions: {
        nvidia: 'NVIDIA GPUs.',
        amd: 'AMD GPUs, such as the Instinct series.',
        google: 'Google TPUs (also written `tpu`).',
        intel: 'Intel accelerators, such as Gaudi.',
        tenstorrent: 'Tenstorrent accelerators (also written `tt`).',
      },
    },
    compute_capability: {
      type: ['array', 'null'],
      shorthand: 'compute-capability',
      catalogue: 'compute-capabilities',
      items: {
        type: 'integer',
        shorthand: 'compute-capability-number',
        description: 'The major, then the minor number of the version.',
        valueMeaning: 'One of the two numbers of the version: {value}.',
        examples: [8, 6],
      },
      minItems: 2,
      maxItems: 2,
      description:
        'The lowest CUDA compute capability that will do, which identifies the generation of an NVIDIA GPU: ' +
        '`8.0` is A100, `9.0` is H100.',
      defaultDescription: 'any',
      examples: [8.6, '9.0'],
    },
  },
};

/** `DiskSpec`. */
const disk: Schema = {
  title: 'Disk',
  type: ['object', 'null'],
  shorthand: 'disk',
  additionalProperties: false,
  required: ['size'],
  description:
    "The size of the instance's disk: `200GB`, or a range such as `200GB..` or `100GB..500GB`.",
  default: '100GB..',
  examples: ['200GB', '500GB..'],
  reference: '#resources-disk',
  properties: {
    size: {
      ...memoryRange,
      description: 'How large the disk must be, exact or as a range.',
      examples: ['200GB', '500GB..'],
    },
  },
};

/** The hardware that a run requires of an instance. Mirrors `ResourcesSpec` of core/models/resources.py. */
export const resources: Schema = {
  title: 'Resources',
  type: 'object',
  additionalProperties: false,
  hardware: true,
  description:
    'The hardware that the run needs. dstack tries the cheapest offers that have it all first. Sizes and counts are ' +
    'exact (`24GB`) or ranges (`24GB..`, `24GB..80GB`, `..80GB`).',
  defaultDescription:
    'at least 2 CPU cores, 8GB of memory and 100GB of disk; a GPU is not required',
  reference: '#resources',
  properties: {
    gpu,
    shm_size: {
      type: ['number', 'null'],
      shorthand: 'memory',
      description:
        'The size of the shared memory (`/dev/shm`). Raise it when several processes exchange data through ' +
        'it, as PyTorch data loaders and training or serving on several GPUs do.',
      defaultDescription: 'the default of the container runtime, often only 64MB',
      examples: ['16GB'],
    },
    disk,
    memory: {
      ...memoryRange,
      description: 'How much main memory (RAM) the instance must have, exact or as a range.',
      default: '8GB..',
      examples: ['32GB..', '64GB..128GB'],
    },
    cpu,
  },
};

/** `Optional[ResourcesSpec]`. */
export const optionalResources: Schema = {
  ...resources,
  type: ['object', 'null'],
};
