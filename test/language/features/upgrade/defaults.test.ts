import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../../server/src/language/analysis';
import { environmentOf } from '../../../../server/src/language/environment';
import { upgradeChanges } from '../../../../server/src/language/features/upgrade/changes';
import { filesOf } from '../../../support/check/workspace-files';
import { table } from '../../../support/table';

type Row = readonly [
  from: string,
  to: string,
  file: string,
  ...changes: readonly (readonly [line: number, name: string, added?: string])[],
];

const TASK = 'type: task\ncommands: [ls]\nworking_dir: /app\n';
const SERVICE = 'type: service\nimage: x\nport: 80\n';
const SSH = 'type: fleet\nname: a\nssh_config:\n  user: u\n  identity_file: k\n  hosts:\n';

/** A file, and the properties that it does not set and that mean something else, with what is written to keep that. */
const FILES: Readonly<Record<string, Row>> = {
  'a number of GPUs': [
    '0.19.8',
    '0.19.9',
    `${TASK}resources: {gpu: A100}\n`,
    [4, 'count', 'resources: {gpu: A100:1}'],
  ],
  'the same in a mapping': [
    '0.19.8',
    '0.19.9',
    `${TASK}resources:\n  gpu:\n    name: A100\n`,
    [5, 'count', '    count: 1'],
  ],
  'a number that is given': ['0.19.8', '0.19.9', `${TASK}resources: {gpu: A100:2}\n`],
  'a null, which is not the default': [
    '0.20.16',
    '0.22.5',
    'type: fleet\nname: a\nnodes: 1\nresources:\n',
  ],
  'no GPU': ['0.19.8', '0.20.29', TASK],
  'releases with the same default': ['0.19.9', '0.19.40', `${TASK}resources: {gpu: A100}\n`],
  'how long a task may run': ['0.18.42', '0.18.43', TASK, [1, 'max_duration', 'max_duration: 72h']],
  'how long a service may run': ['0.18.42', '0.18.43', SERVICE],
  'the working directory of commands': [
    '0.19.40',
    '0.20.0',
    'type: task\ncommands: [ls]\n',
    [1, 'working_dir', 'working_dir: /workflow'],
  ],
  'that of an image': ['0.19.40', '0.20.0', 'type: task\nimage: x\n'],
  'the place of a repo': [
    '0.19.40',
    '0.20.0',
    `${TASK}repos: [.]\n`,
    [4, 'path', 'repos: [.:/workflow]'],
  ],
  'the same place': ['0.19.40', '0.20.0', `${TASK.replace('/app', '/workflow')}repos: [.]\n`],
  'probes of a model': ['0.20.7', '0.20.8', `${SERVICE}model: a/b\n`, [1, 'probes', 'probes: []']],
  'a model that is not probed': ['0.20.7', '0.20.8', `${SERVICE}model: {name: a, format: tgi}\n`],
  'what the older release does not know cannot be written for both': [
    '0.19.21',
    '0.20.8',
    `${SERVICE}model: a/b\n`,
    [1, 'probes'],
  ],
  'a fleet without resources': [
    '0.20.16',
    '0.22.5',
    'type: fleet\nname: a\nnodes: 1\n',
    [1, 'resources', 'resources: {cpu: 2.., memory: 8GB.., disk: 100GB..}'],
  ],
  'an SSH fleet': ['0.20.16', '0.22.5', `${SSH}    - a\n`],
  'a new name of the same value': [
    '0.21.5',
    '0.22.5',
    `${SERVICE}groups:\n  - {replicas: 1, commands: [a], router: {}}\n  - {replicas: 1, commands: [a]}\n`,
  ],
  'a file that the older release rejects': ['0.19.40', '0.20.0', 'type: task\ncommands: 5\n'],
};

table('a default that has changed', Object.entries(FILES), ([, [from, to, text, ...expected]]) => {
  const uri = 'file:///.dstack.yml';
  const found = upgradeChanges({ uri, text }, from, to)
    .filter(({ kind }) => kind === 'default')
    .map(({ line, message, fix }) => {
      const [, name = ''] = /^`(\w+)` is not set/.exec(message) ?? [];
      const added = fix()?.added[0];
      return added === undefined ? [line, name] : [line, name, added];
    });
  assert.deepEqual(found, expected);
});

const UNLESS = /now `off`, unless the profile sets it\.$/;

/** What the default profile says, and whether it leaves the time of a task to dstack. */
/** Files beside the task, and whether they leave its time to dstack. */
const PROFILES: readonly (readonly [files: Readonly<Record<string, string>>, isLeft: boolean])[] = [
  [{}, true],
  [profiles('{name: a, default: true, max_duration: 1h}'), false],
  [profiles('{name: a, default: true, max_duration: off}'), false],
  [profiles('{name: a, default: true, spot_policy: auto}'), true],
  [profiles('{name: a, max_duration: 1h}'), true],
];

function profiles(item: string): Readonly<Record<string, string>> {
  return { '.dstack/profiles.yml': `profiles: [${item}]\n` };
}

table('a profile may set a property', PROFILES, ([files, isLeft]) => {
  const { analysis, workspace } = filesOf({ '.dstack.yml': TASK, ...files });
  const changes = upgradeChanges(analysis.source, '0.18.42', '0.18.43', workspace);
  assert.deepEqual(
    changes.map(({ message }) => UNLESS.test(message)),
    isLeft ? [true] : [],
  );
});

test('what keeps the old meaning is accepted by both releases', () => {
  for (const [from, to, text] of Object.values(FILES))
    for (const { kind, fix } of upgradeChanges({ uri: 'file:///.dstack.yml', text }, from, to)) {
      const { removed, added } = (kind === 'default' && fix()) || {};
      if (!added) continue;
      const lines = added.join('\n');
      const edited = removed?.length
        ? text.replace(removed.join('\n'), () => lines)
        : `${text}${lines}\n`;
      for (const version of [from, to]) {
        const environment = environmentOf({ release: { version, source: 'setting' } });
        const { problems } = new Analysis(
          { uri: 'file:///.dstack.yml', text: edited },
          environment,
        );
        const errors = problems.filter(({ severity }) => severity === 'error');
        assert.deepEqual(errors, [], `${version}: ${edited}`);
      }
    }
});
