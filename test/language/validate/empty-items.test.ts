import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

const TEXTS = [
  yaml`
    type: task
    env:
    - |
  `,
  'type: task\nenv: [~]\n',
  yaml`
    type: task
    env:
    - ""
    - >-
  `,
  yaml`
    type: task
    commands:
      - ~
    ports:
      - |
    volumes:
      - |
    files:
      - |
    repos:
      - |
  `,
  yaml`
    type: service
    port: 1
    commands: [a]
    probes:
    - |
    groups:
    - |
  `,
  yaml`
    type: fleet
    ssh_config:
      hosts:
      - |
      - ~
  `,
  yaml`
    type: task
    commands: [a]
    resources:
      gpu:
        name:
        - |
        memory: |
      cpu: |
    fleets:
    - |
  `,
  'type: task\nenv:\n- |',
];

table('no rule throws where an item or a value is empty text', TEXTS, (text) => {
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
  const errors = analysis.problems.filter(({ severity }) => severity === 'error');
  assert.deepEqual(analysis.failures.all, []);
  assert.ok(errors.length > 0);
  for (const { span } of errors) assert.ok(span.start <= span.end && span.end <= text.length);
});
