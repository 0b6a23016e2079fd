import { meant, together } from './row';

/** What is set beside groups. */
export const GROUPS = [
  ...meant('top-level-with-groups', 'Move `commands` into the group', [
    [
      'type: service\nport: 80\ncommands: [y] # run\nreplicas:\n  - count: 1\n',
      'type: service\nport: 80\nreplicas:\n  - count: 1\n    commands: [y] # run\n',
    ],
    [
      'type: service\nport: 80\ngroups:\n  - {replicas: 1}\ncommands: [y]\n',
      'type: service\nport: 80\ngroups:\n  - {replicas: 1, commands: [y]}\n',
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
        'type: service\nport: 80\nscaling: {metric: rps, target: 1}\ngroups:\n  - replicas: 0..2\n    commands: [a]\n',
        'type: service\nport: 80\ngroups:\n  - replicas: 0..2\n    commands: [a]\n    scaling: {metric: rps, target: 1}\n',
      ],
    ]),
  ),
  ...meant('top-level-with-groups', 'Move `commands`, `ports` into the group', [
    [
      'type: task\ncommands: [a]\nports: [80]\ngroups:\n  - name: one\n    nodes: 2\n',
      'type: task\ngroups:\n  - name: one\n    nodes: 2\n    commands: [a]\n    ports: [80]\n',
    ],
  ]),
];
