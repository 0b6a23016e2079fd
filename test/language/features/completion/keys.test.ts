import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkCompletion,
  completions,
  completionsIn,
  labelsIn,
} from '../../../support/check/completion';
import { table } from '../../../support/table';
import { yaml } from '../../../support/yaml';

completions('a key ends with a space if a value can follow on its line', [
  ['type: task\n$0', 'name', 'type: task\nname: $0'],
  ['type: task\n$0', 'commands', 'type: task\ncommands:$0'],
  ['type: task\n$0', 'resources', 'type: task\nresources:$0'],
  ['type: task\n$0', 'env', 'type: task\nenv:$0'],
  ['type: task\n$0', 'retry', 'type: task\nretry: $0'],
  ['type: task\n$0', 'spot_policy', 'type: task\nspot_policy: $0'],
  ['type: task\n$0', 'nvcc', 'type: task\nnvcc: $0'],
  ['type: task\nresources:\n  $0', 'gpu', 'type: task\nresources:\n  gpu: $0'],
  ['type: task\nresources:\n  $0', 'memory', 'type: task\nresources:\n  memory: $0'],
  ['type: service\n$0', 'model', 'type: service\nmodel: $0'],
  ['type: service\n$0', 'replicas', 'type: service\nreplicas: $0'],
  ['type: fleet\n$0', 'nodes', 'type: fleet\nnodes: $0'],
  ['type: task\n$0', 'backends', 'type: task\nbackends: $0'],
  ['type: task\n$0', 'regions', 'type: task\nregions: $0'],
  ['type: task\n$0', 'ports', 'type: task\nports:$0'],
  ['type: gateway\n$0', 'certificate', 'type: gateway\ncertificate:$0'],
  ['type: service\nscaling:\n  $0', 'metric', 'type: service\nscaling:\n  metric: $0'],
]);

table(
  'each key is offered once',
  ['type: task\n$0', 'type: task\nresources:\n  $0', 'type: fleet\n$0'],
  (marked) => {
    const labels = labelsIn(marked);
    assert.deepEqual(labels, [...new Set(labels)]);
  },
);

test('values are suggested after a key that has no other form', () => {
  const commands = { showReferences: 'show', copyApplyCommand: 'copy', suggest: 'suggest' };
  const commandOf = (name: string) =>
    completionsIn('type: task\n$0', undefined, { commands }).find(({ label }) => label === name)
      ?.command;
  assert.deepEqual(commandOf('spot_policy')?.arguments, [{ auto: true }]);
  assert.equal(commandOf('env'), undefined);
  assert.equal(commandOf('name'), undefined);
});

completions('half-typed and existing keys', [
  ['type: task\nres$0', 'resources', 'type: task\nresources:$0'],
  ['type: task\nre$0s\nname: x', 'resources', 'type: task\nresources:$0\nname: x'],
  ['type: task\nport$0: [80]', 'ports', 'type: task\nports$0: [80]'],
  ['type: task\n"po$0rt": [80]', 'ports', 'type: task\n"ports"$0: [80]'],
  ["type: task\n'na$0", 'name', "type: task\n'name': $0"],
  ['na$0\ntype: task', 'name', 'name: $0\ntype: task'],
  [
    yaml`
      type: task
      resources:
        gp$0
        disk: 1`,
    'gpu',
    yaml`
      type: task
      resources:
        gpu: $0
        disk: 1`,
  ],
]);

completions('places', [
  [
    yaml`
      type: task
      resources:
      $0
        disk: 1`,
    'gpu',
    yaml`
      type: task
      resources:
        gpu: $0
        disk: 1`,
  ],
  ['type: task\nresources: $0', 'gpu', 'type: task\nresources:\n  gpu: $0'],
  ['type: task\nresources:$0', 'gpu', 'type: task\nresources:\n  gpu: $0'],
  ['type: task\nresources: {$0}', 'gpu', 'type: task\nresources: {gpu: $0}'],
  ['type: task\nresources: {$0}', 'memory', 'type: task\nresources: {memory: $0}'],
  ['type: task\nresources: {disk: 1,$0}', 'gpu', 'type: task\nresources: {disk: 1, gpu: $0}'],
  ['type: task\nresources: {gpu: $0}', 'count', 'type: task\nresources: {gpu: {count: $0}}'],
  ['{type: task, $0}', 'commands', '{type: task, commands: $0}'],
  ['type: task\nvolumes:\n  - $0', 'path', 'type: task\nvolumes:\n  - path: $0'],
  ['type: task\nvolumes:\n  $0', 'path', 'type: task\nvolumes:\n  - path: $0'],
  ['type: task\nvolumes: $0', 'path', 'type: task\nvolumes:\n  - path: $0'],
  [
    yaml`
      type: task
      volumes:
        - name: a
          $0`,
    'path',
    yaml`
      type: task
      volumes:
        - name: a
          path: $0`,
  ],
  [
    yaml`
      type: task
      volumes:
      - name: a
        $0`,
    'path',
    yaml`
      type: task
      volumes:
      - name: a
        path: $0`,
  ],
  ['type: task\nvolumes: [{$0}]', 'path', 'type: task\nvolumes: [{path: $0}]'],
]);

completions('the layout of the file is kept', [
  [
    yaml`
      type: task
      env:
      - A
      commands: $0`,
    '- ',
    yaml`
      type: task
      env:
      - A
      commands:
      - $0`,
  ],
  [
    yaml`
      type: task
      retry:
          duration: 1h
      resources: $0`,
    'gpu',
    yaml`
      type: task
      retry:
          duration: 1h
      resources:
          gpu: $0`,
  ],
  ['type: task\r\nresources: $0\r\n', 'gpu', 'type: task\r\nresources:\r\n  gpu: $0\r\n'],
  ['type: task\nname: größe😀\nres$0', 'resources', 'type: task\nname: größe😀\nresources:$0'],
  ['type: task\nresources:\n\tgp$0', 'gpu', 'type: task\nresources:\n\tgpu: $0'],
]);

completions('an empty file begins with its type', [
  ['$0', 'type: task', 'type: task$0'],
  ['$0', 'type', 'type: $0'],
  ['# A comment.\n$0', 'type: service', '# A comment.\ntype: service$0'],
  ['ta$0', 'type: task', 'type: task$0'],
  ['type: volume\n$0', 'backend: aws', 'type: volume\nbackend: aws$0'],
]);

test('keys belong to the type and place, and are not there yet', () => {
  const labels = labelsIn(yaml`
    type: task
    name: x
    $0
    image: y
  `);
  assert.ok(labels.includes('nodes') && labels.includes('commands'));
  assert.deepEqual(
    [
      ...new Set(
        labelsIn(yaml`
          type: task
          resources:
            cpu: 1
            $0`),
      ),
    ].sort(),
    ['disk', 'gpu', 'memory', 'shm_size'],
  );
});

table(
  'keys belong to the type and place, and are not there yet',
  ['ide', 'port', 'type', 'name', 'image', 'strategy'],
  (other) => {
    const labels = labelsIn(yaml`
      type: task
      name: x
      $0
      image: y
    `);
    assert.ok(!labels.includes(other), other);
  },
);

test('removed properties are not offered, deprecated ones late and marked', () => {
  const labels = labelsIn('type: task\n$0');
  const setup = completionsIn('type: task\n$0').find(({ label }) => label === 'setup');
  assert.ok(setup?.tags?.length === 1);
  assert.ok(labels.indexOf('setup') > labels.indexOf('tags'));
});

table(
  'removed properties are not offered, deprecated ones late and marked',
  ['build', 'cache', 'pool_name', 'retry_policy'],
  (removed) => {
    const labels = labelsIn('type: task\n$0');
    assert.ok(!labels.includes(removed));
  },
);

test('required keys come first, then what real files use most', () => {
  assert.equal(labelsIn('type: service\n$0')[0], 'port');
  assert.deepEqual(labelsIn('type: gateway\nname: x\n$0').slice(0, 2).sort(), [
    'backend',
    'region',
  ]);
  // Nothing is known of what comes behind it.
  const task = [...new Set(labelsIn('type: task\nunknown: 1\n$0'))];
  assert.deepEqual(task.slice(0, 4).sort(), ['commands', 'env', 'name', 'resources']);
});

table(
  'the first key is the one that usually follows the previous property',
  [
    ['type: task\n$0', 'name'],
    [
      yaml`
        type: task
        $0
        commands:
          - ls
      `,
      'name',
    ],
    [
      yaml`
        type: task
        name: x
        commands:
          - ls
        $0`,
      'resources',
    ],
    [
      yaml`
        type: task
        commands:
          - ls
        $0
        name: x
      `,
      'resources',
    ],
    ['{type: task, $0}', 'name'],
    ['{type: task, name: x, commands: [ls], $0}', 'resources'],
    ['type: service\nregistry_auth:\n  $0', 'username'],
    [
      yaml`
        type: service
        registry_auth:
          username: x
          $0`,
      'password',
    ],
  ] as const,
  ([marked, wanted]) => {
    assert.equal(labelsIn(marked)[0], wanted, marked);
  },
);

test('a key that is excluded by another one comes last and says why', () => {
  const items = completionsIn('type: task\nimage: x\n$0');
  const python = items.find(({ label }) => label === 'python');
  assert.equal(python?.labelDetails?.description, 'not with image');
  const excluded = items.slice(-2).map(({ label }) => label);
  assert.deepEqual(excluded.sort(), ['docker', 'python']);
});

test('variants decide on the keys', () => {
  assert.ok(labelsIn('type: volume\nbackend: kubernetes\n$0').includes('claim_name'));
  assert.ok(!labelsIn('type: volume\nbackend: aws\n$0').includes('claim_name'));
  assert.ok(labelsIn('$0\nbackend: kubernetes\ntype: volume').includes('claim_name'));
  assert.ok(
    labelsIn(yaml`
      type: service
      model:
        eos_token: x
        $0`).includes('chat_template'),
  );
  assert.ok(
    !labelsIn(yaml`
      type: service
      model:
        eos_token: x
        $0`).includes('prefix'),
  );
});

test('profiles have their own keys', () => {
  const uri = 'file:///work/.dstack/profiles.yml';
  assert.deepEqual(labelsIn('$0', uri), ['profiles', 'Profiles']);
  checkCompletion('profiles:\n  - $0', 'name', 'profiles:\n  - name: $0', uri);
  assert.ok(labelsIn('profiles:\n  - name: a\n    $0', uri).includes('spot_policy'));
});

table(
  'every key has documentation, and nothing inserts null',
  ['$0', 'type: task\n$0', 'type: service\nprobes:\n  - $0', 'type: fleet\nssh_config:\n  $0'],
  (marked) => {
    for (const { label, documentation, textEdit } of completionsIn(marked)) {
      assert.ok(documentation, label);
      assert.doesNotMatch(textEdit?.newText ?? '', /null|~(?!\/)/, label);
    }
  },
);

table(
  'nothing is offered if nothing is known',
  [
    'type: task\n# $0',
    'type: task\nnonsense:\n  $0',
    'type: task\nname: $0',
    'type: task\nenv:\n  A: $0',
    '--- $0',
  ],
  (marked) => {
    assert.deepEqual(labelsIn(marked), [], marked);
  },
);
