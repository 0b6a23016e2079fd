import { yaml, type Starter } from './starter';

/** They stand in `.dstack/profiles.yml`. */
export const profiles: readonly Starter[] = [
  {
    label: 'Profiles',
    description: 'Settings that several configurations share',
    file: yaml`
      profiles:
        - name: ‹cheap›
          default: ‹true|false›
          spot_policy: ‹auto|spot|on-demand›
          max_price: ‹1.5›
          max_duration: ‹1d›
    `,
  },
];
