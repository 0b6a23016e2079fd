import type { LiveFacts } from '../../../server/src/language';

/** What a server may have said about the project `main`: each list has something in it. */
export const FACTS = {
  project: 'main',
  serverVersion: '0.22.5',
  asOf: '10:42',
  backends: [
    { name: 'aws', regions: ['us-east-1', 'eu-west-1'] },
    { name: 'runpod', regions: ['EU-RO-1'] },
  ],
  fleets: [
    { name: 'cloud', status: 'active', kind: 'cloud', idle: 0, busy: 1, max: 2 },
    { name: 'onprem', status: 'active', kind: 'ssh', idle: 1, busy: 0 },
    { name: 'shared', project: 'other', status: 'active', kind: 'ssh', idle: 3, busy: 0 },
  ],
  volumes: [
    { name: 'data', backend: 'aws', region: 'us-east-1', size: 100, status: 'active' },
    { name: 'old', backend: 'aws', status: 'failed' },
  ],
  gateways: [
    { name: 'gw', isDefault: true, domain: '*.example.com', status: 'running' },
    { name: 'second', isDefault: false, status: 'provisioning' },
  ],
  secrets: ['hf_token', 'ngc_key'],
  gpus: [
    {
      name: 'H100',
      vendor: 'nvidia',
      memory: 80,
      counts: { min: 1, max: 8 },
      perGpu: { min: 2.5, max: 4.1 },
      spot: { min: 1.2, max: 1.9 },
      backends: ['aws', 'runpod'],
    },
    {
      name: 'T4',
      vendor: 'nvidia',
      memory: 16,
      counts: { min: 1, max: 1 },
      perGpu: { min: 0.526, max: 0.526 },
      backends: ['aws'],
    },
  ],
} as const satisfies LiveFacts;
