import assert from 'node:assert/strict';
import { english } from '../../../server/src/language/l10n/text';
import { Analysis } from '../../../server/src/language/analysis';
import { applyEdits } from '../../../server/src/language/fixes';
import { refactoringsAt } from '../../../server/src/language/refactor';
import { cursorIn } from '../../support/check/cursor';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

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
      yaml`
        resources:
          gpu: $0A100:80GB:2 # big
          cpu: 4
      `,
      'long form',
      yaml`
        resources:
          gpu: # big
            name: A100
            memory: 80GB
            count: 2
          cpu: 4
      `,
    ),
    task(
      'resources: {gpu: "H100,$0A100:1..2"}\n',
      'long form',
      'resources: {gpu: {name: [H100, A100], count: 1..2}}\n',
    ),
    task(
      'resources:\n  di$0sk: 100GB..\n',
      'long form',
      yaml`
        resources:
          disk:
            size: 100GB..
      `,
    ),
    task(
      'resources:\n  memory$0: 24GB..80GB\n',
      'long form',
      yaml`
        resources:
          memory:
            min: 24GB
            max: 80GB
      `,
    ),
    task(
      'resources:\n  cpu: ar$0m:8..\n',
      'long form',
      yaml`
        resources:
          cpu:
            arch: arm
            count: 8..
      `,
    ),
    task(
      yaml`
        ports:
          - "80:$08080" # web
          - 9000
      `,
      'long form',
      yaml`
        ports:
          - local_port: 80 # web
            container_port: 8080
          - 9000
      `,
    ),
    task(
      'volumes:\r\n- data:$0/data\r\n',
      'long form',
      'volumes:\r\n- name: data\r\n  path: /data\r\n',
    ),
    task('files:\n  - .:/a$0pp', 'long form', 'files:\n  - local_path: .\n    path: /app'),
    task(
      yaml`
        resources:
          gpu: |
            A1$000
      `,
      'long form',
      undefined,
    ),
    task('max_duration: 2$0h\n', 'long form', undefined),
  ],
  'to the short form': [
    task(
      yaml`
        resources:
          gpu:
            name: A100
            mem$0ory: 80GB
            count: 2 # two
          cpu: 4
      `,
      'shorthand',
      yaml`
        resources:
          gpu: A100:80GB:2 # two
          cpu: 4
      `,
    ),
    task('resources:\n  gp$0u: {count: 2}\n', 'shorthand', 'resources:\n  gpu: 2\n'),
    task(
      yaml`
        resources:
          gpu:
            # which
            na$0me: A100
            count: 2
      `,
      'shorthand',
      undefined,
    ),
    task(
      yaml`
        resources:
          gpu:
            na$0me: A100
            total_memory: 80GB..
      `,
      'shorthand',
      undefined,
    ),
    task(
      yaml`
        resources:
          memory:
            m$0in: 24
            max: 80
      `,
      'shorthand',
      'resources:\n  memory: 24GB..80GB\n',
    ),
    task(
      yaml`
        ports:
          - local_port: 22
            container_port$0: 22
          - {local_port: 22, container_port: 23}
      `,
      'shorthand',
      yaml`
        ports:
          - 22
          - {local_port: 22, container_port: 23}
      `,
    ),
    task(
      'ports:\n  - {local_port: 22, $0container_port: 23}\n',
      'shorthand',
      'ports:\n  - "22:23"\n',
    ),
    task(
      yaml`
        volumes:
          - instance_path$0: /cache
            path: /root/.cache
      `,
      'shorthand',
      'volumes:\n  - /cache:/root/.cache\n',
    ),
    task(
      yaml`
        volumes:
          - instance_path$0: /cache
            path: /c
            optional: true
      `,
      'shorthand',
      undefined,
    ),
    task(
      yaml`
        repos:
          - local_path: ..
            $0path: /app
      `,
      'shorthand',
      'repos:\n  - ..:/app\n',
    ),
    [
      yaml`
        type: fleet
        name: x
        nodes:
          min: 0
          target: 0
          $0max: 4
      `,
      'shorthand',
      yaml`
        type: fleet
        name: x
        nodes: 0..4
      `,
    ],
  ],
  variables: [
    task(
      yaml`
        env:
          # one
          - A=1$0 # first

          - "B=a: b"
      `,
      'as a mapping',
      yaml`
        env:
          # one
          A: "1" # first

          B: "a: b"
      `,
    ),
    task(
      yaml`
        env:
        - A=$0x
        - B=
      `,
      'as a mapping',
      yaml`
        env:
          A: x
          B: ""
      `,
    ),
    task('e$0nv: [A=1, B=c]\n', 'as a mapping', 'env: {A: "1", B: c}\n'),
    task(
      yaml`
        env:
          - A=1
          - HF$0_TOKEN
      `,
      'as a mapping',
      undefined,
    ),
    task(
      yaml`
        env:
          # one
          A: 1$0 # first
          B: "a: b"
      `,
      'as a list',
      yaml`
        env:
          # one
          - A=1 # first
          - "B=a: b"
      `,
    ),
    task(
      yaml`
        env:
          A: |
            x
            $0y
      `,
      'as a list',
      undefined,
    ),
  ],
  order: [
    [
      yaml`
        # top

        # run it
        commands: [ls] # all

        na$0me: x
        # what
        type: task
      `,
      'Sort',
      yaml`
        # top

        # what
        type: task

        name: x
        # run it
        commands: [ls] # all
      `,
    ],
    [
      'type: task\r\ncommands: [ls]\r\nresources:\r\n  cp$0u: 4\r\n  gpu: 1',
      'Sort',
      'type: task\r\ncommands: [ls]\r\nresources:\r\n  gpu: 1\r\n  cpu: 4',
    ],
    [
      yaml`
        type: task
        na$0me: x
        commands: [ls]
      `,
      'Sort',
      undefined,
    ],
    [
      yaml`
        name: x$0
        type: task
        commands: [ls]
      `,
      'Sort',
      undefined,
    ],
    task(
      yaml`
        env:
          B: 1
          A$0: 2
      `,
      'Sort',
      undefined,
    ),
    task(
      yaml`
        volumes:
          - na$0me: data
            path: /data
      `,
      'Sort',
      yaml`
        volumes:
          - path: /data
            name: data
      `,
    ),
  ],
  'repeated blocks': [
    [
      yaml`
        profiles:
          - name: a
            retry$0:
              on_events: [error]
              duration: 1h
      ` + '  - name: b\n    retry:\n      on_events:\n        - error\n      duration: 1h # long\n',
      'once',
      yaml`
        profiles:
          - name: a
            retry: &retry
              on_events: [error]
              duration: 1h
      ` + '  - name: b\n    retry: *retry # long\n',
    ],
    [
      yaml`
        profiles:
          - name: a
            backends: &two [aws, gcp]
          - name: b
            backends: [aws, $0gcp]
      `,
      'once',
      yaml`
        profiles:
          - name: a
            backends: &two [aws, gcp]
          - name: b
            backends: *two
      `,
    ],
    [
      yaml`
        profiles:
          - name: a
            backends: [aws, $0gcp]
          - name: b
            backends: [gcp, aws]
      `,
      'once',
      undefined,
    ],
  ],
};

for (const [subject, rows] of Object.entries(ROWS)) {
  table(`refactoring: ${subject}`, rows, ([before, title, after]) => {
    const { text, offset } = cursorIn(before);
    const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
    const found = refactoringsAt(analysis, offset).find((one) =>
      english(one.title).includes(title),
    );
    assert.equal(found && applyEdits(text, found.edits), after, before);
  });
}
