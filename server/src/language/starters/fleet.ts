import { yaml, type Starter } from './starter';

export const fleet: readonly Starter[] = [
  {
    label: 'Fleet: cloud',
    description: 'Machines that dstack rents when runs need them',
    file: yaml`
      type: fleet
      name: ‹gpu-fleet›

      # None is kept while nothing runs.
      nodes: ‹0..2›
      idle_duration: ‹1h›
      spot_policy: ‹auto|spot|on-demand›

      resources:
        gpu: ‹24GB..›
    `,
  },
  {
    label: 'Fleet: cluster',
    description: 'Cloud machines with a fast network between them, for multi-node tasks',
    file: yaml`
      type: fleet
      name: ‹gpu-cluster›

      nodes: ‹2›
      placement: cluster
      backends: [‹aws›]

      resources:
        gpu: ‹H100:8›
    `,
  },
  {
    label: 'Fleet: SSH',
    description: 'Your own machines, reached over SSH',
    file: yaml`
      type: fleet
      name: ‹on-prem›
      placement: ‹any|cluster›

      ssh_config:
        user: ‹ubuntu›
        identity_file: ‹~/.ssh/id_rsa›
        hosts:
          - ‹192.168.100.10›
          - ‹192.168.100.11›
    `,
  },
];
