import { meant, ofTask, together } from './row';
import { yaml } from '../../../support/yaml';

/** Characters that look like those of YAML. */
export const LOOK_ALIKES = [
  ...ofTask('yaml-syntax', 'Use a space', [
    ['resources:\n\u00a0\u00a0gpu: A100\n', 'resources:\n  gpu: A100\n'],
    ['resources:\n  gpu:\u00a0A100\n', 'resources:\n  gpu: A100\n'],
    ['env:\n  -\u00a0A=1 # one\n', 'env:\n  - A=1 # one\n'],
    ['resources:\n\u3000gpu: A100\n', 'resources:\n gpu: A100\n'],
    ['spot_policy:\u2009auto\n', 'spot_policy: auto\n'],
  ]),
  ...meant('yaml-syntax', 'Use a space', [
    ['type:\u00a0task\ncommands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    [
      'profiles:\n  - name: one\n\u00a0\u00a0\u00a0\u00a0max_price: 1\n',
      yaml`
        profiles:
          - name: one
            max_price: 1
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Use `:`', [['name\uff1a mine\n', 'name: mine\n']]),
  ...ofTask('yaml-syntax', 'Remove the invisible characters', [
    ['na\u200bme: mine\n', 'name: mine\n'],
    ['\ufeffname: mine\n', 'name: mine\n'],
    ['spot_policy: au\u2060to\n', 'spot_policy: auto\n'],
  ]),
  ...meant('yaml-syntax', 'Use `-`', [
    [
      'type: task\ncommands:\n  \u2022 echo \u2022 # \u2022\n',
      'type: task\ncommands:\n  - echo \u2022 # \u2022\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Remove the invisible characters', [
    ['type: task\ncommands: [ls]\u200b # a\u2013b\n', 'type: task\ncommands: [ls] # a\u2013b\n'],
  ]),
  ...together(
    1,
    ofTask('yaml-syntax', 'Replace all look-alike characters', [
      [
        'env:\n  \u2013 A=1\n  \u2014 B=2\n',
        yaml`
          env:
            - A=1
            - B=2
        `,
      ],
      ['python: \u201c3.12\u201d # x\n', 'python: "3.12" # x\n'],
      [
        'resources:\n\u00a0\u00a0gpu: A100\n\u00a0\u00a0cpu: 4\n',
        yaml`
          resources:
            gpu: A100
            cpu: 4
        `,
      ],
    ]),
  ),
  // In a command they may be meant.
  ...meant('yaml-syntax', 'Use a space', [
    [
      'type: task\nname:\u00a0mine\ncommands:\n  - echo a\u00a0\u2014 b\n  - |\n    \u00a0echo \u201cc\u201d\n',
      'type: task\nname: mine\ncommands:\n  - echo a\u00a0\u2014 b\n  - |\n    \u00a0echo \u201cc\u201d\n',
    ],
  ]),
];
