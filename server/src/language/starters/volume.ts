import { yaml, type Starter } from './starter';

export const volume: readonly Starter[] = [
  {
    label: 'Volume: AWS',
    description: 'A new network disk that outlives the runs that mount it',
    file: yaml`
      type: volume
      name: ‹my-volume›

      backend: aws
      region: ‹eu-central-1›
      size: ‹100GB›
    `,
  },
  {
    label: 'Volume: GCP',
    description: 'A new persistent disk that outlives the runs that mount it',
    file: yaml`
      type: volume
      name: ‹my-volume›

      backend: gcp
      region: ‹europe-west4›
      size: ‹100GB›
    `,
  },
  {
    label: 'Volume: RunPod',
    description: 'A new network volume that outlives the runs that mount it',
    file: yaml`
      type: volume
      name: ‹my-volume›

      backend: runpod
      region: ‹EU-SE-1›
      size: ‹100GB›
    `,
  },
  {
    label: 'Volume: Kubernetes',
    description: 'A new persistent volume claim',
    file: yaml`
      type: volume
      name: ‹my-volume›

      backend: kubernetes
      size: ‹100GB›
      access_modes: [‹ReadWriteOnce|ReadWriteMany|ReadOnlyMany›]
    `,
  },
  {
    label: 'Volume: existing',
    description: 'Use an existing cloud disk',
    file: yaml`
      type: volume
      name: ‹my-volume›

      backend: ‹aws|gcp|runpod›
      region: ‹eu-central-1›
      volume_id: ‹vol-1a2b3c4d›
    `,
  },
];
