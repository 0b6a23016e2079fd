import { meant, ofTask, together } from './row';
import { yaml } from '../../../support/yaml';

/** Two properties of former releases that became one. What dstack made of both: `get_termination` of dstack 0.18.44. */
export const FORMER = together(1, [
  ...ofTask('removed-key', 'Change both to `idle_duration: off`', [
    ['termination_policy: dont-destroy\ntermination_idle_time: 3600\n', 'idle_duration: off\n'],
    [
      yaml`
          termination_idle_time: 1h # an hour
          # Keep it.
          termination_policy: dont-destroy # never
          name: train
        `,
      yaml`
          # Keep it.
          idle_duration: off # never
          name: train
        `,
    ],
  ]),
  ...meant('removed-key', 'Change both to `idle_duration: off`', [
    [
      yaml`
          type: fleet
          nodes: 1
          termination_policy: dont-destroy
          termination_idle_time: 3600
        `,
      yaml`
          type: fleet
          nodes: 1
          idle_duration: off
        `,
    ],
    [
      yaml`
          profiles:
            - name: lasting
              termination_policy: dont-destroy
              termination_idle_time: 1h
            - {name: short}
        `,
      yaml`
          profiles:
            - name: lasting
              idle_duration: off
            - {name: short}
        `,
    ],
    [
      'profiles:\n  - {name: a, termination_idle_time: 1h, termination_policy: dont-destroy}\n',
      'profiles:\n  - {name: a, idle_duration: off}\n',
    ],
  ]),
  ...ofTask('removed-key', 'Change both to `idle_duration: 1h`', [
    ['termination_policy: destroy-after-idle\ntermination_idle_time: 1h\n', 'idle_duration: 1h\n'],
    ['termination_idle_time: 1h\ntermination_policy: null\n', 'idle_duration: 1h\n'],
  ]),
]);
