import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { coerce } from '../../../server/src/language/coerce/coerce';
import { asRead } from '../../../server/src/language/features/as-read';
import { corpusSamples, fixtureSamples, uriOf } from '../../support/oracle/corpus';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

const read = (text: string) => asRead(new Analysis({ uri: 'file:///.dstack.yml', text }));

test('properties that are set come in their order, then the defaults', () => {
  const text = `type: volume
name: data
backend: aws
region: eu-west-1
size: 0x64
auto_cleanup_duration: 36h
`;
  assert.equal(
    read(text),
    `type: volume
name: data
backend: aws
region: eu-west-1
size: 100GB
auto_cleanup_duration: 36h # 1 day 12 hours (36 hours)
`,
  );
});

const LINES: readonly (readonly [written: string, read: string])[] = [
  ['python: 3.10', 'python: "3.10"'],
  ['nvcc: yes', 'nvcc: true'],
  ['max_duration: off', 'max_duration: "off"'],
  ['max_duration: 1w', 'max_duration: 7d'],
  ['idle_duration: -1', 'idle_duration: "off"'],
  ['ports: [80:22]', 'ports:\n  - local_port: 4822 # from 80:22\n    container_port: 4822'],
  ['ports: [8080]', '- local_port: 8080 # from 8080\n    container_port: 8080'],
  ['max_duration: 90m', 'max_duration: 90m # 1 hour 30 minutes'],
  ['max_duration: 5400', 'max_duration: 90m # 1 hour 30 minutes'],
  ['volumes: ["d:/x"]', '- name: d # from d:/x\n    path: /x'],
  ['resources: {memory: 64GB..}', 'memory: 64GB.. # 64 GB or more'],
  ['resources: {cpu: "2.."}', 'cpu: # from 2..\n    count: 2.. # 2 or more'],
  ['', 'stop_duration: 5m # default: 5 minutes'],
  ['', 'disk: 100GB.. # default: a disk of 100 GB or more'],
  ['working_dir: null', ''],
  ['spot_policy: null', 'spot_policy: null'],
  ['env: {A: 1}', 'env:\n  A: "1"'],
  [
    'resources: {gpu: "24GB..:2", shm_size: 0.5}',
    'gpu: # from 24GB..:2\n    memory: 24GB.. # 24 GB or more\n    count: 2',
  ],
  ['resources: {shm_size: 0.5}', 'shm_size: 512MB\n  gpu: 0.. # default: 0 or more GPUs'],
  ['command: &a [ls]\ninit: *a', 'command: # dstack rejects this\ninit: # dstack rejects this'],
  ['max_duration: 1h30', 'max_duration: # dstack rejects this'],
];

for (const [written, expected] of LINES) {
  test(`${written} is read as ${expected}`, () => {
    const lines = read(`type: task\ncommands: [ls]\n${written}\n`);
    assert.ok(lines?.includes(expected), lines);
  });
}

test('a text of several lines is a block of text', () => {
  const lines = read(
    yaml`
      type: task
      commands:
        - |
          a: b

            c
        - "x\ny"
        - "z\n\n"
    `,
  );
  assert.match(
    lines ?? '',
    /commands:\n {2}- \|\n {4}a: b\n\n {6}c\n {2}- \|-\n {4}x\n {4}y\n {2}- \|\+\n {4}z\n\n/,
  );
});

table(
  'the first line says that dstack rejects the file, with the number of errors in the list',
  [
    ['type: task\ncommands: [ls]\n', undefined],
    ['type: task\ncommands: [ls]\npython: 3.10\nfoo: 1\n', '1 error'],
    ['type: task\nports: [70000, 70000]\ncomands: [ls]\n', '2 errors'],
  ],
  ([text, errors]) => {
    const [first] = read(text)?.split('\n') ?? [];
    assert.equal(
      first,
      errors === undefined ? 'type: task' : `# dstack rejects this file: ${errors}.`,
    );
  },
);

table(
  'without a configuration there is nothing to read',
  ['', '# nothing', '- a', 'type: task\na: ]'],
  (text) => assert.equal(read(text), undefined),
);

test('an accepted file and how it is read mean the same to dstack', (context) => {
  const corpus = corpusSamples();
  let compared = 0;
  for (const { name, text, kind } of [...(corpus ?? []), ...fixtureSamples('accepted')]) {
    const original = new Analysis({ uri: uriOf(kind), text });
    if (original.problems.some(({ severity }) => severity === 'error')) continue;
    const again = new Analysis({ uri: uriOf(kind), text: asRead(original) ?? '' });
    const before = valueOf(original);
    const after = valueOf(again);
    assert.deepEqual(again.tree.problems, [], `${name}:\n${again.tree.text}`);
    assert.ok(isPart(before, after), `${name}:\n${again.tree.text}`);
    compared++;
  }
  assert.ok(compared > 50);
  context.diagnostic(`figure: ${String(compared)} files mean the same as what is shown of them`);
});

function valueOf({ tree, bound }: Analysis): unknown {
  return tree.root && coerce(tree.root, bound.root).value;
}

/** Whether everything in `part` is in `whole` as well, which may have more properties; null counts as not set. */
function isPart(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return Object.is(part, whole);
  if (typeof whole !== 'object' || whole === null) return false;
  const others = whole as Readonly<Record<string, unknown>>;
  return Object.entries(part).every(
    ([key, value]) => (value === null && !(key in others)) || isPart(value, others[key]),
  );
}

test('the long form and the defaults are those of the release', () => {
  const text = yaml`
    # dstack: 0.19.7
    type: task
    commands: [ls]
    resources: {cpu: 4..}
  `;
  const read = asRead(new Analysis({ uri: 'file:///.dstack.yml', text })) ?? '';
  assert.match(read, /^ {2}cpu: 4\.\.(?: #.*)?$/m);
  const repos = text.replace('0.19.7', '0.19.40').replace('resources: {cpu: 4..}', 'repos: [.]');
  const path = (one: string) =>
    /^ {4}path: (.*)$/m.exec(
      asRead(new Analysis({ uri: 'file:///.dstack.yml', text: one })) ?? '',
    )?.[1];
  assert.equal(path(repos), '/workflow # default');
  assert.equal(path(repos.replace('0.19.40', '0.20.0')), '. # default');
});

const FORMER: readonly (readonly [release: string, file: string, line: string, later: string])[] = [
  ['0.18.42', 'type: task\ncommands: [ls]', 'max_duration: 72h', 'max_duration: "off"'],
  ['0.18.42', 'type: dev-environment\nide: vscode', 'max_duration: 6h', 'max_duration: "off"'],
  ['0.19.8', 'type: task\nimage: x\nresources: {gpu: 24GB}', 'count: 1', 'count: 1..'],
  ['0.20.16', 'type: fleet\nname: a\nnodes: 1', '  memory: 8GB..', 'placement: any'],
];

table('a default of an older release', FORMER, ([release, file, line, later]) => {
  const lines = (version: string) => read(`# dstack: ${version}\n${file}\n`) ?? '';
  assert.ok(lines(release).includes(`${line} # default`), lines(release));
  const newest = lines('0.22.5');
  assert.ok(newest.includes(`${later} # default`), newest);
  assert.ok(!newest.includes(`${line} # default`), newest);
});
