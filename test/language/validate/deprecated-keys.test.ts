import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language/analysis';
import { environmentOf } from '../../../server/src/language/environment';
import { table } from '../../support/table';

const GROUPS = 'type: service\nport: 80\n';

/** A file, the release in use, and the properties with a hint or, with `!`, a warning. */
const FILES: readonly (readonly [text: string, version: string, ...keys: string[]])[] = [
  ['type: task\nsetup: [a]\ncommands: [b]\n', '0.22.5', '!setup'],
  ['type: task\nsetup: [a]\ncommands: [b]\n', '0.18.31', '!setup'],
  ['type: task\nsetup: [a]\ncommands: [b]\n', '0.18.30'],
  [
    'type: dev-environment\nide: vscode\nsetup: [a]\nhome_dir: /root\n',
    '0.22.5',
    'setup',
    '!home_dir',
  ],
  [`${GROUPS}replicas: [{name: a, count: 1, commands: [b]}]\n`, '0.22.5', 'count'],
  [`${GROUPS}replicas: [{name: a, count: 1, commands: [b]}]\n`, '0.21.2'],
  ['type: fleet\nnodes: 1\ntermination_idle_time: 5m\n', '0.19.40', 'termination_idle_time'],
  ['type: task\ncommands: [b]\nenv: {setup: a}\nresources: {gpu: {count: 1}}\n', '0.22.5'],
];

table('deprecated properties', FILES, ([text, version, ...keys]) => {
  const environment = environmentOf({ release: { version, source: 'setting' } });
  const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text }, environment);
  const found = problems.filter(({ code }) => code === 'deprecated-key');
  assert.deepEqual(
    found.map(({ severity, data }) => `${severity === 'hint' ? '' : '!'}${String(data?.['key'])}`),
    keys,
  );
  assert.ok(
    problems.every(({ severity }) => severity !== 'error'),
    JSON.stringify(problems),
  );
});

table(
  'removed properties have an error only',
  [['type: fleet\nnodes: 1\ntermination_idle_time: 5m\n']] as const,
  ([text]) => {
    const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['removed-key'],
    );
  },
);
