import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Slot } from '../../../server/src/language/cursor/slot';
import { slotIn as slotAt } from '../../../server/src/language/cursor/slot-finder';
import { parse } from '../../../server/src/language/yaml/parse';
import { cursorIn } from '../../support/check/cursor';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

/** What a row of the tables expects of a slot; what it leaves out is not compared. */
interface Expected {
  readonly kind: Slot['kind'];
  readonly path?: string;
  readonly prefix?: string;
  /** The text that is replaced. */
  readonly replaces?: string;
  readonly lead?: string;
  readonly quote?: string;
  readonly colon?: boolean;
  readonly others?: string;
  readonly indent?: number;
  readonly ownLine?: boolean;
  readonly flow?: boolean;
  readonly from?: string;
}

type Row = readonly [marked: string, expected: Expected];

const none: Expected = { kind: 'none' };
const key = (path: string, others: string, more: Partial<Expected> = {}): Expected => ({
  kind: 'key',
  path,
  others,
  colon: false,
  lead: '',
  ...more,
});
const value = (path: string, more: Partial<Expected> = {}): Expected => ({
  kind: 'value',
  path,
  lead: '',
  ...more,
});
const text = (path: string): Expected => ({ kind: 'text', path });

function slotIn(marked: string): { slot: Slot; text: string } {
  const { text, offset } = cursorIn(marked);
  return { slot: slotAt(parse(text), offset), text };
}

function seen(slot: Slot, text: string): Record<string, unknown> {
  if (slot.kind === 'none') return { kind: 'none' };
  const base = { kind: slot.kind, path: slot.path.join('.') };
  if (slot.kind === 'text') return base;
  const { prefix, lead, quote, flow, indent } = slot;
  const replaces = text.slice(slot.span.start, slot.span.end);
  const written = { ...base, prefix, lead, quote, flow, indent, replaces };
  return slot.kind === 'key'
    ? { ...written, colon: slot.colon, others: [...slot.scope.keys()].join(',') }
    : { ...written, others: slot.items.join(','), ownLine: slot.ownLine };
}

function checkSlot([marked, expected]: Row): void {
  const { slot, text } = slotIn(marked);
  const actual = seen(slot, text);
  const compared = Object.fromEntries(Object.keys(expected).map((name) => [name, actual[name]]));
  assert.deepEqual(
    compared,
    expected,
    `in
${marked}
`,
  );
}

const slots = (name: string, rows: readonly Row[]): void => {
  table(name, rows, checkSlot);
};

slots('the root', [
  ['$0', value('', { ownLine: true, indent: 0, prefix: '', replaces: '' })],
  ['  $0', value('', { indent: 0, replaces: '  ' })],
  ['\n\n$0\n', value('', { indent: 0 })],
  ['# only a comment\n$0', value('')],
  ['ty$0', value('', { prefix: 'ty', replaces: 'ty', ownLine: true })],
  ['type: task\n$0', key('', 'type', { prefix: '', replaces: '', indent: 0 })],
  ['type: task\nres$0', key('', 'type', { prefix: 'res', replaces: 'res' })],
  ['type: task\nre$0s', key('', 'type', { prefix: 're', replaces: 'res' })],
  ['na$0\ntype: task', key('', 'type', { prefix: 'na', replaces: 'na' })],
  [
    yaml`
      type: task
      res$0
      name: x
    `,
    key('', 'type,name'),
  ],
  ['$0\ntype: task', key('', 'type')],
  ['\n\n  $0\ntype: task', key('', 'type', { replaces: '  ', indent: 0 })],
]);

slots('keys that are there already', [
  ['ty$0pe: task', key('', '', { colon: true, prefix: 'ty', replaces: 'type' })],
  ['$0type: task', key('', '', { colon: true, prefix: '', replaces: 'type' })],
  ['type$0: task', key('', '', { colon: true, prefix: 'type', replaces: 'type' })],
  ['type $0: task', none],
  [
    'a: 1\n"na$0me": x',
    key('', 'a', { colon: true, prefix: 'na', replaces: '"name"', quote: '"' }),
  ],
  ["'na$0me': x", key('', '', { colon: true, prefix: 'na', quote: "'" })],
  ['resources:\n  g$0pu: 1\n  disk: 2', key('resources', 'disk', { colon: true, indent: 2 })],
  ['? $0', none],
]);

slots('values behind a colon', [
  ['type: $0', value('type', { ownLine: false, prefix: '', indent: 0 })],
  ['type:$0', value('type', { lead: ' ' })],
  ['type: ta$0', value('type', { prefix: 'ta', replaces: 'ta' })],
  ['type: t$0ask', value('type', { prefix: 't', replaces: 'task' })],
  ['type: $0task', value('type', { prefix: '', replaces: 'task' })],
  ['type: $0 # comment', value('type', { replaces: '' })],
  ['type: ta$0 # comment', value('type', { replaces: 'ta' })],
  ['type: $0\nname: x', value('type')],
  ['type: task $0', none],
  ['type: $0 task', none],
  ['type:  $0', value('type', { lead: '' })],
  ['name: "v$0s"', value('name', { prefix: 'v', replaces: '"vs"', quote: '"' })],
  ['name: "vs$0', value('name', { prefix: 'vs', replaces: '"vs', quote: '"' })],
  ["name: '$0'", value('name', { prefix: '', replaces: "''", quote: "'" })],
  ['resources:\n  gpu: A1$0', value('resources.gpu', { prefix: 'A1', indent: 2 })],
  ['resources:\n  gpu: A1$0\n  memory: 1', value('resources.gpu', { replaces: 'A1' })],
  ['resources:\n  gpu: A100:$0', value('resources.gpu', { prefix: 'A100:' })],
  ['name: &x$0', none],
  ['name: *x$0', none],
  ['name: !!str$0', none],
  ['a:$0b', value('', { prefix: 'a:', replaces: 'a:b' })],
  ['resources: $0\n  gpu: 1', none],
  ['name: |$0', none],
]);

slots('the first thing in a key', [
  ['resources:\n  $0', value('resources', { ownLine: true, indent: 2, replaces: '' })],
  ['resources:\n  gp$0', value('resources', { ownLine: true, indent: 2, prefix: 'gp' })],
  ['resources:\n   $0', value('resources', { indent: 3, replaces: '' })],
  ['resources:\n$0', key('', 'resources', { indent: 0 })],
  ['resources:\n  $0\nname: x', value('resources', { indent: 2 })],
  ['resources: # why\n  $0', value('resources', { indent: 2 })],
  ['resources: &r\n  $0', value('resources', { indent: 2 })],
  [
    yaml`
      resources:


        $0`,
    value('resources', { indent: 2 }),
  ],
  ['resources:\n  # why\n  $0', value('resources', { indent: 2 })],
  ['a:\n  b:\n    $0', value('a.b', { indent: 4 })],
  ['a:\n  b:\n  $0', key('a', 'b', { indent: 2 })],
]);

slots('empty lines in a mapping', [
  ['resources:\n  gpu: 1\n  $0', key('resources', 'gpu', { indent: 2, replaces: '' })],
  ['resources:\n  gpu: 1\n$0', key('', 'resources', { indent: 0 })],
  [
    yaml`
      resources:
        gpu: 1
        $0
        disk: 2`,
    key('resources', 'gpu,disk', { indent: 2 }),
  ],
  [
    yaml`
      resources:
        gpu: 1
      $0
        disk: 2`,
    key('resources', 'gpu,disk', { lead: '  ', replaces: '' }),
  ],
  ['resources:\n$0\n  disk: 2', key('resources', 'disk', { lead: '  ', indent: 2 })],
  ['resources:\n  gpu: 1\n      $0', key('resources', 'gpu', { indent: 2, replaces: '    ' })],
  ['resources:\n    gpu: 1\n  $0', key('', 'resources', { indent: 0, replaces: '  ' })],
  ['resources:\n  gpu: 1\n\n\n  $0\n\n', key('resources', 'gpu')],
  [
    yaml`
      resources:
        gpu: 1
        $0
      name: x`,
    key('resources', 'gpu'),
  ],
  [
    yaml`
      resources:
        gpu: 1
      $0
      name: x`,
    key('', 'resources,name'),
  ],
  [
    yaml`
      resources:
        gpu:
          name: A
        $0`,
    key('resources', 'gpu'),
  ],
  [
    yaml`
      resources:
        gpu:
          name: A
          $0`,
    key('resources.gpu', 'name'),
  ],
  [
    yaml`
      resources:
        gpu:
          name: A
      $0`,
    key('', 'resources'),
  ],
  ['resources:\n  gp\n  $0', key('resources', '', { indent: 2 })],
  ['resources:\n  gpu: 1\n  $0  \n', key('resources', 'gpu')],
]);

slots('half-typed keys', [
  ['resources:\n  gp$0\n  memory: 1', key('resources', 'memory', { replaces: 'gp', indent: 2 })],
  ['resources:\n  memory: 1\n  gp$0', key('resources', 'memory', { replaces: 'gp' })],
  [
    yaml`
      resources:
        memory: 1
        gp$0
      name: x`,
    key('resources', 'memory'),
  ],
  ['resources:\n  memory: 1\n  "gp$0', key('resources', 'memory', { quote: '"', prefix: 'gp' })],
  ['resources:\n  memory: 1\n  gp$0 # why', key('resources', 'memory', { replaces: 'gp' })],
  ['a: 1\nb c$0', key('', 'a', { prefix: 'b c' })],
  ['a: 1\n  b$0', text('a')],
]);

slots('items of lists', [
  ['backends:\n  - $0', value('backends.0', { ownLine: true, indent: 4, others: '' })],
  ['backends:\n  -$0', value('backends.0', { lead: ' ', indent: 4 })],
  ['backends:\n  - aws\n  - $0', value('backends.1', { others: 'aws' })],
  ['backends:\n  - $0\n  - aws', value('backends.0', { others: 'aws' })],
  [
    yaml`
      backends:
        - aws
        - gc$0
        - azure`,
    value('backends.1', { others: 'aws,azure', prefix: 'gc' }),
  ],
  ['backends:\n- aws\n- $0', value('backends.1', { others: 'aws', indent: 2 })],
  [
    yaml`
      backends:
      - aws
      - $0
      name: x`,
    value('backends.1', { others: 'aws' }),
  ],
  ['backends:\n  - aws\n  $0', value('backends.1', { lead: '- ', indent: 4, others: 'aws' })],
  ['backends:\n  $0\n  - aws', value('backends.0', { lead: '- ', others: 'aws' })],
  ['backends:\n$0\n- aws', value('backends.0', { lead: '- ', others: 'aws' })],
  ['backends:\n$0\n  - aws', value('backends.0', { lead: '  - ', others: 'aws' })],
  [
    'backends:\n  - aws\n  gc$0',
    value('backends.1', { lead: '- ', others: 'aws', replaces: 'gc' }),
  ],
  ['backends:\n  gc$0\n  - aws', value('backends.0', { lead: '- ', others: 'aws' })],
  ['backends:\n- aws\n$0', key('', 'backends')],
  ['backends:\n  - "aw$0s"', value('backends.0', { prefix: 'aw', replaces: '"aws"', quote: '"' })],
  ['- $0', value('0', { ownLine: true, indent: 2 })],
  ['- - $0', value('0.0', { indent: 4 })],
  ['a:\n  - - x\n    - $0', value('a.0.1', { others: 'x', indent: 6 })],
  ['a:\n  - - x\n  - $0', value('a.1')],
  ['a:\n  - - x\n    $0', value('a.0.1', { lead: '- ' })],
  ['a:\n  -\n    $0', value('a.0', { ownLine: true, indent: 4 })],
  ['$0- aws', none],
  ['a:\n $0 - aws', none],
]);

slots('mappings in lists', [
  ['volumes:\n  - na$0', value('volumes.0', { prefix: 'na', indent: 4, ownLine: true })],
  ['volumes:\n  - na$0\n    path: /x', key('volumes.0', 'path', { prefix: 'na', indent: 4 })],
  ['volumes:\n  - $0\n    path: /x', key('volumes.0', 'path', { indent: 4 })],
  ['volumes:\n  -$0\n    path: /x', key('volumes.0', 'path', { indent: 4, lead: ' ' })],
  ['volumes:\n  - name: a\n    $0', key('volumes.0', 'name', { indent: 4 })],
  ['volumes:\n  - name: a\n    pa$0', key('volumes.0', 'name', { prefix: 'pa' })],
  ['volumes:\n  - name: a\n  $0', value('volumes.1', { lead: '- ' })],
  ['volumes:\n  - name: a\n$0', key('', 'volumes')],
  [
    yaml`
      volumes:
        - name: a
          $0
        - name: b`,
    key('volumes.0', 'name'),
  ],
  [
    yaml`
      volumes:
        - name: a
        - na$0me: b
          path: c`,
    key('volumes.1', 'path', { colon: true }),
  ],
  ['volumes:\n  - name: a\n    path: $0', value('volumes.0.path', { indent: 4 })],
  ['volumes:\n- name: a\n  $0', key('volumes.0', 'name', { indent: 2 })],
  [
    yaml`
      a:
        - b:
            - c: 1
              $0`,
    key('a.0.b.0', 'c', { indent: 8 }),
  ],
  [
    yaml`
      a:
        - b:
            - c: 1
            $0`,
    value('a.0.b.1', { lead: '- ' }),
  ],
  [
    yaml`
      a:
        - b:
            - c: 1
          $0`,
    key('a.0', 'b'),
  ],
]);

slots('flow style', [
  ['resources: {$0', key('resources', '', { flow: true })],
  ['resources: {$0}', key('resources', '', { flow: true })],
  ['resources: { $0 }', key('resources', '')],
  ['resources: {gp$0', key('resources', '', { prefix: 'gp', replaces: 'gp' })],
  ['resources: {gpu: $0', value('resources.gpu', { flow: true })],
  ['resources: {gpu:$0', value('resources.gpu', { lead: ' ' })],
  ['resources: {gpu: A1$0}', value('resources.gpu', { prefix: 'A1', replaces: 'A1' })],
  ['resources: {gpu: A100, $0}', key('resources', 'gpu')],
  ['resources: {gpu: A100,$0}', key('resources', 'gpu', { lead: ' ' })],
  ['resources: {gpu: A100, me$0: 1}', key('resources', 'gpu', { colon: true })],
  ['resources: {$0, gpu: A100}', key('resources', 'gpu')],
  ['resources: {gpu: {name: $0}}', value('resources.gpu.name')],
  ['resources: {gpu: {name: A, $0}, disk: 1}', key('resources.gpu', 'name')],
  ['resources: {gpu: [$0]}', value('resources.gpu.0')],
  ['backends: [$0', value('backends.0')],
  ['backends: [$0]', value('backends.0', { others: '' })],
  ['backends: [aws, $0]', value('backends.1', { others: 'aws' })],
  ['backends: [aws,$0]', value('backends.1', { others: 'aws', lead: ' ' })],
  ['backends: [$0, aws]', value('backends.0', { others: 'aws' })],
  ['backends: [aws, g$0cp, azure]', value('backends.1', { others: 'aws,azure', replaces: 'gcp' })],
  ['backends: [aws, "g$0"]', value('backends.1', { prefix: 'g', replaces: '"g"' })],
  ['backends: [aws, "g$0]', value('backends.1', { prefix: 'g', replaces: '"g' })],
  ['backends: [aws $0]', none],
  ['backends: [aws]$0', none],
  ['backends: $0[aws]', none],
  [
    yaml`
      backends: [
        aws,
        $0
      ]`,
    value('backends.1', { others: 'aws' }),
  ],
  [
    yaml`
      backends: [
        aws,
        g$0
      ]
      name: x`,
    value('backends.1', { prefix: 'g' }),
  ],
  ['backends: [aws, $0\nregions: [x]\nname: y', value('backends.1', { others: 'aws' })],
  ['backends: [aws,\nregions: [x$0]\nname: y', value('regions.0', { prefix: 'x' })],
  ['resources: {gpu: $0\nname: x', value('resources.gpu')],
  [
    yaml`
      resources: {
        gp$0
        memory: 1
      }`,
    key('resources', 'memory', { prefix: 'gp' }),
  ],
  ['resources: {gpu: 1, # why $0\n', none],
  ['resources: {gpu: 1, # why\n $0}', key('resources', 'gpu')],
  ['volumes:\n  - {name: a, $0}', key('volumes.0', 'name')],
  ['volumes: [{name: a}, {$0}]', key('volumes.1', '')],
  ['{"type": "task", "na$0": 1}', key('', 'type', { colon: true, quote: '"' })],
  ['{"type":$0"task"}', value('type', { replaces: '"task"' })],
  [
    yaml`
      {
      "type": "task",
      $0
      }`,
    key('', 'type'),
  ],
  ['{$0', key('', '')],
  ['a: [[x, $0]]', value('a.0.1', { others: 'x' })],
  ['a: [b: $0]', none],
]);

slots('texts in several lines', [
  ['commands:\n  - |\n    echo $0', text('commands.0')],
  [
    yaml`
      commands:
        - |
          echo
          $0`,
    text('commands.0'),
  ],
  [
    yaml`
      commands:
        - |
          echo
         $0`,
    text('commands.0'),
  ],
  [
    yaml`
      commands:
        - |
          echo
        $0`,
    value('commands.1', { lead: '- ' }),
  ],
  [
    yaml`
      commands:
        - |
          echo
      $0`,
    key('', 'commands'),
  ],
  [
    yaml`
      commands:
        - |

          key: $0
        - b`,
    text('commands.0'),
  ],
  ['commands:\n  - >-\n    # no comment $0', text('commands.0')],
  ['commands:\n  - |$0\n    echo', none],
  [
    yaml`
      a:
        b: |
          x
        c$0`,
    key('a', 'b'),
  ],
  ['commands:\n  - python\n    train$0.py', text('commands.0')],
  ['commands:\n  - py$0thon\n    train.py', text('commands.0')],
  ['a: "one\n  two$0"\nb: 1', text('a')],
  ['a: "one\n  two"\nb$0: 1', key('', 'a', { colon: true })],
  [
    yaml`
      a: 'one

        key: $0'
    `,
    text('a'),
  ],
  [
    yaml`
      commands:
        - python
          train.py
        - $0`,
    value('commands.1'),
  ],
]);

slots('comments and other gaps', [
  ['# $0', none],
  ['#$0', none],
  ['type: task # $0', none],
  ['type: task\n  # $0\n', none],
  ['type: a#$0', value('type', { prefix: 'a#' })],
  ['---$0\ntype: task', none],
  ['%YAML 1.1\n---\n$0', value('')],
]);

slots('several documents', [
  ['type: task\n---\n$0', value('')],
  [
    yaml`
      type: task
      ---
      name: x
      $0`,
    key('', 'name'),
  ],
  [
    yaml`
      a: 1
      $0
      ---
      b: 2`,
    key('', 'a'),
  ],
  [
    yaml`
      a: [
      ---
      b: 2
      $0`,
    key('', 'b'),
  ],
  ['a: 1\n...\n$0', value('')],
]);

slots('broken elsewhere', [
  ['a: [1, 2\nb:\n  $0', value('b')],
  [
    yaml`
      a: "x
      b:
        c: 1
        $0`,
    key('b', 'c'),
  ],
  ["a: 'x\nb: $0", value('b')],
  ['a: {b: {c: [\nd:\n  - $0', value('d.0')],
  ['a: }\nb: $0', value('b')],
  ['a: b: c\nd: $0', value('d')],
  ['\ta: 1\nb: $0', value('b')],
  ['resources:\n\tgp$0', value('resources', { prefix: 'gp' })],
  ['resources:\n\t$0', value('resources', { replaces: '' })],
]);

slots('line ends and wide characters', [
  ['a: 1\r\n$0\r\nb: 2', key('', 'a,b')],
  ['r:\r\n  g$0\r\n  m: 1\r\n', key('r', 'm', { replaces: 'g', indent: 2 })],
  ['r:\r\n  $0\r\n', value('r', { indent: 2, replaces: '' })],
  ['a: [x, $0\r\nb: 1', value('a.1', { others: 'x' })],
  ['a: |\r\n  x\r\n  $0\r\nb: 1', text('a')],
  ['a: 1\r$0\rb: 2', key('', 'a,b')],
  ['größe: 😀\n日本$0', key('', 'größe', { prefix: '日本', replaces: '日本' })],
  ['a: "😀$0"', value('a', { prefix: '😀', replaces: '"😀"' })],
  ['- 😀: x\n  $0', key('0', '😀', { indent: 2 })],
]);

table(
  'how the file is laid out',
  [
    ['$0', 2, 2, '\n'],
    ['a:\n    b: 1\n$0', 4, 4, '\n'],
    ['a:\n- b\n$0', 2, 0, '\n'],
    [
      yaml`
        a:
          - b:
                c: 1
        $0`,
      4,
      2,
      '\n',
    ],
    ['a: 1\r\n$0', 2, 2, '\r\n'],
  ] as const,
  ([marked, unit, listIndent, eol]) => {
    const { slot } = slotIn(marked);
    assert.ok(slot.kind === 'key' || slot.kind === 'value');
    assert.deepEqual(slot.layout, { unit, listIndent, eol }, marked);
  },
);

test('the scopes hold what decides on variants', () => {
  const { slot } = slotIn(yaml`
    type: volume
    backend: "aws"
    x:
      - kind: a
        $0`);
  assert.ok(slot.kind === 'key');
  assert.deepEqual(
    slot.scopes.map((scope) => Object.fromEntries(scope)),
    [{ type: 'volume', backend: 'aws', x: undefined }, {}],
  );
  assert.deepEqual(Object.fromEntries(slot.scope), { kind: 'a' });
});

table(
  'the previous property is the one before the cursor',
  [
    ['$0a: 1', undefined],
    ['a: 1\n$0\nb: 2', 'a'],
    ['a: 1\nb: 2\n$0', 'b'],
    ['a: 1\nx$0\nb: 2', 'a'],
    ['a: 1\nx$0: 3\nb: 2', 'a'],
    [
      yaml`
        a:
          b: 1
          $0
        c: 2`,
      'b',
    ],
    ['a:\n  b: 1\n$0', 'a'],
    ['- a: 1\n  $0', 'a'],
    ['{a: 1, $0, b: 2}', 'a'],
    ['{$0, b: 2}', undefined],
    ['{a: {b: 1}, x$0}', 'a'],
  ] as const,
  ([marked, previous]) => {
    const { slot } = slotIn(marked);
    assert.equal(slot.kind, 'key', marked);
    assert.equal(slot.kind === 'key' && slot.previous, previous, marked);
  },
);
