import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language/analysis';
import { applyEdits } from '../../../server/src/language/fixes';
import { refactoringsAt } from '../../../server/src/language/refactor';
import { cursorIn } from '../../support/check/cursor';
import { table } from '../../support/table';

/** A text with a cursor, a part of the title, and the text afterwards; undefined where it is not offered. */
type Row = readonly [before: string, title: string, after: string | undefined];

const TASK = 'type: task\ncommands: [ls]\n';
const task = (before: string, title: string, after: string | undefined): Row => [
  TASK + before,
  title,
  after === undefined ? undefined : TASK + after,
];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'to the long form': [
    task(
      'resources:\n  gpu: $0A100:80GB:2 # big\n  cpu: 4\n',
      'long form',
      'resources:\n  gpu: # big\n    name: A100\n    memory: 80GB\n    count: 2\n  cpu: 4\n',
    ),
    task(
      'resources: {gpu: "H100,$0A100:1..2"}\n',
      'long form',
      'resources: {gpu: {name: [H100, A100], count: 1..2}}\n',
    ),
    task(
      'resources:\n  di$0sk: 100GB..\n',
      'long form',
      'resources:\n  disk:\n    size: 100GB..\n',
    ),
    task(
      'resources:\n  memory$0: 24GB..80GB\n',
      'long form',
      'resources:\n  memory:\n    min: 24GB\n    max: 80GB\n',
    ),
    task(
      'resources:\n  cpu: ar$0m:8..\n',
      'long form',
      'resources:\n  cpu:\n    arch: arm\n    count: 8..\n',
    ),
    task(
      'ports:\n  - "80:$08080" # web\n  - 9000\n',
      'long form',
      'ports:\n  - local_port: 80 # web\n    container_port: 8080\n  - 9000\n',
    ),
    task(
      'volumes:\r\n- data:$0/data\r\n',
      'long form',
      'volumes:\r\n- name: data\r\n  path: /data\r\n',
    ),
    task('files:\n  - .:/a$0pp', 'long form', 'files:\n  - local_path: .\n    path: /app'),
    task('resources:\n  gpu: |\n    A1$000\n', 'long form', undefined),
    task('max_duration: 2$0h\n', 'long form', undefined),
  ],
  'to the short form': [
    task(
      'resources:\n  gpu:\n    name: A100\n    mem$0ory: 80GB\n    count: 2 # two\n  cpu: 4\n',
      'shorthand',
      'resources:\n  gpu: A100:80GB:2 # two\n  cpu: 4\n',
    ),
    task('resources:\n  gp$0u: {count: 2}\n', 'shorthand', 'resources:\n  gpu: 2\n'),
    task(
      'resources:\n  gpu:\n    # which\n    na$0me: A100\n    count: 2\n',
      'shorthand',
      undefined,
    ),
    task(
      'resources:\n  gpu:\n    na$0me: A100\n    total_memory: 80GB..\n',
      'shorthand',
      undefined,
    ),
    task(
      'resources:\n  memory:\n    m$0in: 24\n    max: 80\n',
      'shorthand',
      'resources:\n  memory: 24GB..80GB\n',
    ),
    task(
      'ports:\n  - local_port: 22\n    container_port$0: 22\n  - {local_port: 22, container_port: 23}\n',
      'shorthand',
      'ports:\n  - 22\n  - {local_port: 22, container_port: 23}\n',
    ),
    task(
      'ports:\n  - {local_port: 22, $0container_port: 23}\n',
      'shorthand',
      'ports:\n  - "22:23"\n',
    ),
    task(
      'volumes:\n  - instance_path$0: /cache\n    path: /root/.cache\n',
      'shorthand',
      'volumes:\n  - /cache:/root/.cache\n',
    ),
    task(
      'volumes:\n  - instance_path$0: /cache\n    path: /c\n    optional: true\n',
      'shorthand',
      undefined,
    ),
    task('repos:\n  - local_path: ..\n    $0path: /app\n', 'shorthand', 'repos:\n  - ..:/app\n'),
    [
      'type: fleet\nname: x\nnodes:\n  min: 0\n  target: 0\n  $0max: 4\n',
      'shorthand',
      'type: fleet\nname: x\nnodes: 0..4\n',
    ],
  ],
  variables: [
    task(
      'env:\n  # one\n  - A=1$0 # first\n\n  - "B=a: b"\n',
      'as a mapping',
      'env:\n  # one\n  A: "1" # first\n\n  B: "a: b"\n',
    ),
    task('env:\n- A=$0x\n- B=\n', 'as a mapping', 'env:\n  A: x\n  B: ""\n'),
    task('e$0nv: [A=1, B=c]\n', 'as a mapping', 'env: {A: "1", B: c}\n'),
    task('env:\n  - A=1\n  - HF$0_TOKEN\n', 'as a mapping', undefined),
    task(
      'env:\n  # one\n  A: 1$0 # first\n  B: "a: b"\n',
      'as a list',
      'env:\n  # one\n  - A=1 # first\n  - "B=a: b"\n',
    ),
    task('env:\n  A: |\n    x\n    $0y\n', 'as a list', undefined),
  ],
  order: [
    [
      '# top\n\n# run it\ncommands: [ls] # all\n\nna$0me: x\n# what\ntype: task\n',
      'Sort',
      '# top\n\n# what\ntype: task\n\nname: x\n# run it\ncommands: [ls] # all\n',
    ],
    [
      'type: task\r\ncommands: [ls]\r\nresources:\r\n  cp$0u: 4\r\n  gpu: 1',
      'Sort',
      'type: task\r\ncommands: [ls]\r\nresources:\r\n  gpu: 1\r\n  cpu: 4',
    ],
    ['type: task\nna$0me: x\ncommands: [ls]\n', 'Sort', undefined],
    ['name: x$0\ntype: task\ncommands: [ls]\n', 'Sort', undefined],
    task('env:\n  B: 1\n  A$0: 2\n', 'Sort', undefined),
    task(
      'volumes:\n  - na$0me: data\n    path: /data\n',
      'Sort',
      'volumes:\n  - path: /data\n    name: data\n',
    ),
  ],
  'repeated blocks': [
    [
      'profiles:\n  - name: a\n    retry$0:\n      on_events: [error]\n      duration: 1h\n' +
        '  - name: b\n    retry:\n      on_events:\n        - error\n      duration: 1h # long\n',
      'once',
      'profiles:\n  - name: a\n    retry: &retry\n      on_events: [error]\n      duration: 1h\n' +
        '  - name: b\n    retry: *retry # long\n',
    ],
    [
      'profiles:\n  - name: a\n    backends: &two [aws, gcp]\n  - name: b\n    backends: [aws, $0gcp]\n',
      'once',
      'profiles:\n  - name: a\n    backends: &two [aws, gcp]\n  - name: b\n    backends: *two\n',
    ],
    [
      'profiles:\n  - name: a\n    backends: [aws, $0gcp]\n  - name: b\n    backends: [gcp, aws]\n',
      'once',
      undefined,
    ],
  ],
};

for (const [subject, rows] of Object.entries(ROWS)) {
  table(`refactoring: ${subject}`, rows, ([before, title, after]) => {
    const { text, offset } = cursorIn(before);
    const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
    const found = refactoringsAt(analysis, offset).find((one) => one.title.includes(title));
    assert.equal(found && applyEdits(text, found.edits), after, before);
  });
}
