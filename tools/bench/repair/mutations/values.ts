import { written } from './written';

/** A range with its ends in the wrong order. */
export const reversedRange = written([
  ['resources:\n  memory: 16GB..64GB\n', 'resources:\n  memory: 64GB..16GB\n'],
  ['resources:\n  cpu: 4..8\n', 'resources:\n  cpu: 8..4\n'],
  ['resources:\n  gpu: A100:1..4\n', 'resources:\n  gpu: A100:4..1\n'],
  [
    'replicas: 1..4\nscaling: {metric: rps, target: 10}\n',
    'replicas: 4..1\nscaling: {metric: rps, target: 10}\n',
  ],
  ['nodes: 1..4\n', 'nodes: 4..1\n'],
]);

/** A word that YAML reads as a boolean. */
export const booleanWord = written([
  ['name: "yes"\n', 'name: yes\n'],
  ["name: 'on'\n", 'name: on\n'],
  ['spot_policy: spot\n', 'spot_policy: on\n', 'spot_policy: true\n'],
  ['spot_policy: on-demand\n', 'spot_policy: off\n', 'spot_policy: false\n'],
]);

/** A price with its currency. */
export const currency = written([
  ['max_price: 2\n', 'max_price: $2\n', 'max_price: 2$\n', 'max_price: 2 USD\n'],
  ['max_price: 0.5 # an hour\n', 'max_price: $0.5 # an hour\n', 'max_price: 0,5 # an hour\n'],
]);
