import { leaving, meant, ofTask, together } from './row';
import { yaml } from '../../../support/yaml';

const SCALED = 'type: service\nport: 80\ncommands: [a]\nscaling: {metric: rps, target: 1}\n';

/** Properties that together are one of dstack's: the ends of a range, the halves of a shorthand, hardware that is said twice. */
export const CONVERSIONS = [
  ...together(1, [
    ...meant('unknown-key', 'Change to `replicas: 1..4`', [
      [`${SCALED}min_replicas: 1 # least\nmax_replicas: 4\n`, `${SCALED}replicas: 1..4 # least\n`],
      [`${SCALED}maxReplicas: 4\nminReplicas: 1\n`, `${SCALED}replicas: 1..4\n`],
    ]),
    ...meant('unknown-key', 'Change to `nodes: 0..4`', [
      ['type: fleet\nmin_nodes: 0\nmax_nodes: 4\n', 'type: fleet\nnodes: 0..4\n'],
    ]),
    ...ofTask('unknown-key', 'Change to `memory: 16GB..32GB`', [
      [
        'resources:\n  min_memory: 16GB\n  max_memory: 32GB\n',
        'resources:\n  memory: 16GB..32GB\n',
      ],
      ['resources: {memory_max: 32GB, memory_min: 16GB}\n', 'resources: {memory: 16GB..32GB}\n'],
    ]),
  ]),
  ...leaving(
    ['range-without-scaling'],
    together(
      1,
      meant('unknown-key', 'Change to `replicas: 1..4`', [
        [
          'type: service\nport: 80\ncommands: [a]\nmin_replicas: 1\nmax_replicas: 4\n',
          'type: service\nport: 80\ncommands: [a]\nreplicas: 1..4\n',
        ],
      ]),
    ),
  ),
  ...meant('unknown-key', 'Change to `nodes: ..4`', [
    ['type: fleet\nmax-nodes: 4\n', 'type: fleet\nnodes: ..4\n'],
  ]),
  ...together(
    1,
    ofTask('unknown-key', 'Write `80:8080`', [
      ['ports: [{host: 80, container: 8080}]\n', 'ports: [80:8080]\n'],
      ['ports:\n  - local: 80\n    remote: 8080 # web\n', 'ports:\n  - 80:8080 # web\n'],
    ]),
  ),
  ...together(
    1,
    ofTask('wrong-type', 'Write `80:8080`', [
      ['ports: [80: 8080]\n', 'ports: [80:8080]\n'],
      ['ports:\n  - 80: 8080\n  - 90\n', 'ports:\n  - 80:8080\n  - 90\n'],
    ]),
  ),
  ...together(
    1,
    ofTask('unknown-key', 'Write `data:/b`', [
      ['files: [{local: data, remote: /b}]\n', 'files: [data:/b]\n'],
      ['files:\n  - source: data\n    target: /b\n', 'files:\n  - data:/b\n'],
      ['volumes:\n  - from: data\n    to: /b\n', 'volumes:\n  - data:/b\n'],
    ]),
  ),
  ...ofTask('unknown-key', 'Write `data:/b`', [
    ['files: [data: /b]\n', 'files: [data:/b]\n'],
    ['files:\n  - data: /b # d\n', 'files:\n  - data:/b # d\n'],
    ['volumes: [data: /b]\n', 'volumes: [data:/b]\n'],
  ]),
  // One letter before a colon would be a drive.
  ...ofTask('unknown-key', 'Write `./a:/b`', [['files: [a: /b]\n', 'files: [./a:/b]\n']]),
  ...together(
    1,
    ofTask('unknown-key', "Write `limits` and `requests` as dstack's resources", [
      [
        yaml`
          resources:
            requests:
              cpu: 4000m # four
              memory: 16Gi
            limits:
              cpu: "4"
              memory: 16Gi
              nvidia.com/gpu: 1
        `,
        yaml`
          resources:
            cpu: 4 # four
            memory: 16GB
            gpu: 1
        `,
      ],
      [
        yaml`
          resources:
            limits:
              memory: 16Gi
            shm_size: 1GB
            requests:
              memory: 16Gi
          name: mine
        `,
        yaml`
          resources:
            memory: 16GB
            shm_size: 1GB
          name: mine
        `,
      ],
      [
        yaml`
          resources:
            requests:
              cpu: 2
            limits:
              nvidia.com/gpu: 1
        `,
        yaml`
          resources:
            cpu: 2
            gpu: 1
        `,
      ],
    ]),
  ),
  ...ofTask('wrong-type', 'Change to `gpu: A100`', [
    ['resources: gpu=A100\n', 'resources:\n  gpu: A100\n'],
    ['resources:\n  gpu=A100\n', 'resources:\n  gpu: A100\n'],
    ['resources:\n  gpu A100\n', 'resources:\n  gpu: A100\n'],
  ]),
  ...ofTask('wrong-type', 'Change to `cpu: 4`', [['resources: cpu=4\n', 'resources:\n  cpu: 4\n']]),
  ...together(
    1,
    ofTask('empty-value', 'Convert to a list, which reads `A` from your shell', [
      ['env: {A, B, C: 1}\n', 'env: [A, B, C=1]\n'],
    ]),
  ),
];
