import { meant, ofTask } from './row';

/** Single values. */
export const VALUES = [
  ...ofTask('wrong-type', 'Change to `A100,H100`', [
    ['resources:\n  gpu: [A100, H100]\n', 'resources:\n  gpu: A100,H100\n'],
    [
      'resources:\n  gpu:\n    - A100\n    - H100\n  cpu: 4\n',
      'resources:\n  gpu: A100,H100\n  cpu: 4\n',
    ],
    ['resources: {gpu: [A100, H100], cpu: 4}\n', 'resources: {gpu: "A100,H100", cpu: 4}\n'],
  ]),
  ...ofTask('wrong-type', 'Change to `A100,H100:80GB:2`', [
    [
      'resources:\n  gpu: ["A100:80GB:2", "H100:80GB:2"] # two\n',
      'resources:\n  gpu: A100,H100:80GB:2 # two\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Write the names in `name`', [
    [
      'resources:\n  gpu:\n    - A100 # a\n    - H100\n',
      'resources:\n  gpu:\n    name:\n      - A100 # a\n      - H100\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Change to `2`', [
    ['max_price: $2\n', 'max_price: 2\n'],
    ['max_price: 2$ # at most\n', 'max_price: 2 # at most\n'],
    ['max_price: 2 USD\n', 'max_price: 2\n'],
    ['max_price: "$2/h"\n', 'max_price: 2\n'],
  ]),
  ...ofTask('wrong-type', 'Change to `2.5`', [['max_price: 2,5\n', 'max_price: 2.5\n']]),
  ...meant('wrong-type', 'Change to `0.25`', [
    [
      'profiles:\n  - name: one\n    max_price: €0.25\n',
      'profiles:\n  - name: one\n    max_price: 0.25\n',
    ],
  ]),
];
