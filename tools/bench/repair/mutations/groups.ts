import { wholly } from './written';

/** Properties of a group, written beside the groups. */
export const besideGroups = wholly([
  [
    'type: service\nport: 80\nreplicas:\n  - count: 1\n    commands:\n      - python a.py # run\n',
    'type: service\nport: 80\ncommands:\n  - python a.py # run\nreplicas:\n  - count: 1\n',
  ],
  [
    'type: service\nname: one\nport: 8000\nreplicas:\n  - count: 2\n    commands: [a, b]\n    resources:\n      gpu: 1\n',
    'type: service\nname: one\nport: 8000\ncommands: [a, b]\nreplicas:\n  - count: 2\n    resources:\n      gpu: 1\n',
    'type: service\nname: one\nport: 8000\nresources:\n  gpu: 1\nreplicas:\n  - count: 2\n    commands: [a, b]\n',
  ],
  [
    'type: task\ngroups:\n  - name: head\n    commands: [head]\n  - name: workers\n    nodes: 2\n    commands: [work]\n',
    'type: task\ncommands: [work]\ngroups:\n  - name: head\n    commands: [head]\n  - name: workers\n    nodes: 2\n',
  ],
]);
