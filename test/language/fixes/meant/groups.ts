import { meant, together } from './row';
import { yaml } from '../../../support/yaml';

/** What is set beside groups. */
export const GROUPS = [
  ...meant('top-level-with-groups', 'Move `commands` into the group', [
    [
      yaml`
        type: service
        port: 80
        commands: [y] # run
        replicas:
          - count: 1
      `,
      yaml`
        type: service
        port: 80
        replicas:
          - count: 1
            commands: [y] # run
      `,
    ],
    [
      yaml`
        type: service
        port: 80
        groups:
          - {replicas: 1}
        commands: [y]
      `,
      yaml`
        type: service
        port: 80
        groups:
          - {replicas: 1, commands: [y]}
      `,
    ],
  ]),
  ...meant('top-level-with-groups', 'Move `commands` into the groups', [
    [
      `
type: service
port: 80
commands:
  - a # first
  # then
  - b
groups:
  - name: one
    replicas: 1
  - name: two
    replicas: 2
    resources:
      gpu: 1
`,
      `
type: service
port: 80
groups:
  - name: one
    replicas: 1
    commands:
      - a # first
      # then
      - b
  - name: two
    replicas: 2
    resources:
      gpu: 1
    commands:
      - a # first
      # then
      - b
`,
    ],
    // A group that has its own keeps them.
    [
      `
type: task
groups:
  - name: head
    commands: [head]
  - name: workers
    nodes: 2
commands: [work]
`,
      `
type: task
groups:
  - name: head
    commands: [head]
  - name: workers
    nodes: 2
    commands: [work]
`,
    ],
  ]),
  // That the range has no scaling is told as well.
  ...together(
    1,
    meant('top-level-with-groups', 'Move `scaling` into the group', [
      [
        yaml`
          type: service
          port: 80
          scaling: {metric: rps, target: 1}
          groups:
            - replicas: 0..2
              commands: [a]
        `,
        yaml`
          type: service
          port: 80
          groups:
            - replicas: 0..2
              commands: [a]
              scaling: {metric: rps, target: 1}
        `,
      ],
    ]),
  ),
  ...meant('top-level-with-groups', 'Move `commands`, `ports` into the group', [
    [
      yaml`
        type: task
        commands: [a]
        ports: [80]
        groups:
          - name: one
            nodes: 2
      `,
      yaml`
        type: task
        groups:
          - name: one
            nodes: 2
            commands: [a]
            ports: [80]
      `,
    ],
  ]),
];
