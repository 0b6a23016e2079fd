import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language';
import { table } from '../../support/table';

const TEXTS = [
  'type: task\nenv:\n- |\n',
  'type: task\nenv: [~]\n',
  'type: task\nenv:\n- ""\n- >-\n',
  'type: task\ncommands:\n  - ~\nports:\n  - |\nvolumes:\n  - |\nfiles:\n  - |\nrepos:\n  - |\n',
  'type: service\nport: 1\ncommands: [a]\nprobes:\n- |\ngroups:\n- |\n',
  'type: fleet\nssh_config:\n  hosts:\n  - |\n  - ~\n',
  'type: task\ncommands: [a]\nresources:\n  gpu:\n    name:\n    - |\n    memory: |\n  cpu: |\nfleets:\n- |\n',
  'type: task\nenv:\n- |',
];

table('no rule throws where an item or a value is empty text', TEXTS, (text) => {
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
  const errors = analysis.problems.filter(({ severity }) => severity === 'error');
  assert.deepEqual(analysis.failures.all, []);
  assert.ok(errors.length > 0);
  for (const { span } of errors) assert.ok(span.start <= span.end && span.end <= text.length);
});
