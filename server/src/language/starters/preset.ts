import { yaml, type Starter } from './starter';

export const preset: readonly Starter[] = [
  {
    label: 'Preset',
    description: 'Lets an agent look for the fastest way to serve a model',
    file: yaml`
      type: preset
      name: ‹fast›

      ‹base|repo›: ‹Qwen/Qwen3-32B›
      min_context_length: ‹32768›
      max_ttft: ‹1000› # milliseconds
      concurrency: ‹8›
      trials: ‹4›

      env:
        - HF_TOKEN
    `,
  },
];
