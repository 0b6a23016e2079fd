import { yaml, type Starter } from './starter';

export const gateway: readonly Starter[] = [
  {
    label: 'Gateway',
    description: 'A public address with HTTPS for the services',
    file: yaml`
      type: gateway
      name: ‹gateway›

      backend: ‹aws|azure|gcp|kubernetes›
      region: ‹eu-west-1›
      domain: ‹example.com›
    `,
  },
];
