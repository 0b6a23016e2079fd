import type { Schema } from './schema';

/** What each backend is. Mirrors `BackendType` of core/models/backends/base.py. */
const BACKENDS: Readonly<Record<string, string>> = {
  aws: 'Amazon Web Services.',
  gcp: 'Google Cloud Platform.',
  azure: 'Microsoft Azure.',
  kubernetes: 'Your own Kubernetes cluster.',
  runpod: 'Runpod.',
  vastai: 'The Vast.ai marketplace.',
  lambda: 'Lambda Cloud.',
  nebius: 'Nebius AI Cloud.',
  oci: 'Oracle Cloud Infrastructure.',
  crusoe: 'Crusoe Cloud.',
  verda: 'Verda Cloud, formerly DataCrunch.',
  cudo: 'CUDO Compute.',
  tensordock: 'The TensorDock marketplace.',
  vultr: 'Vultr.',
  digitalocean: 'DigitalOcean.',
  amddevcloud: 'AMD Developer Cloud.',
  hotaisle: 'Hot Aisle.',
  cloudrift: 'CloudRift.',
  jarvislabs: 'JarvisLabs.',
  lium: 'Lium.',
  daytona: 'Daytona.',
  seeweb: 'Seeweb Cloud Server GPU.',
  slurm: 'Your own Slurm cluster.',
  dstack: 'The dstack Sky marketplace.',
  remote: 'Your own hosts that belong to an SSH fleet.',
  datacrunch: 'The former name of `verda`.',
};

/** The releases that brought a backend, after the first that the marks go back to. */
export const BACKENDS_SINCE = {
  vultr: '0.18.35',
  cloudrift: '0.19.16',
  hotaisle: '0.19.22',
  amddevcloud: '0.19.27',
  digitalocean: '0.19.27',
  verda: '0.20.0',
  crusoe: '0.20.12',
  jarvislabs: '0.20.21',
  slurm: '0.20.27',
  seeweb: '0.21.3',
  daytona: '0.22.2',
  lium: '0.22.5',
};

/** One backend: a cloud or cluster that the dstack server is connected to. */
export const backend: Schema = {
  type: 'string',
  enum: Object.keys(BACKENDS),
  configured: 'backend',
  valueDescriptions: BACKENDS,
  valuesSince: BACKENDS_SINCE,
  valuesRemoved: { local: '0.20.24' },
  olderValues: { verda: 'datacrunch' },
};

/** `backends` of runs, fleets and profiles. */
export const backends: Schema = {
  type: ['array', 'null'],
  items: { ...backend, description: 'A backend that may be used.' },
  description:
    'The clouds and clusters that may be used, of those that the dstack server is connected to. Others are ' +
    'not considered.',
  defaultDescription: 'all backends of the project',
  examples: [['aws', 'gcp']],
};
