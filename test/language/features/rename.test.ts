import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareRename, rename } from '../../../server/src/language/features/rename';
import { filesOf } from '../../support/check/workspace-files';
import { textAt } from '../../support/check/analysis';
import { within } from '../../support/check/within';
import { yaml } from '../../support/yaml';

/** The texts of the files that a rename changes, or why it is refused; null where there is no name. */
function renamed(
  files: Readonly<Record<string, string>>,
  newName: string,
): Readonly<Record<string, string>> | string | null {
  const { analysis, analyses, position, workspace } = filesOf(files);
  const renaming = rename(within(analysis, { workspace }), { position, newName });
  if (!renaming) return null;
  if ('refusal' in renaming) return renaming.refusal;
  const texts: Record<string, string> = {};
  for (const [uri, edits] of renaming.edits) {
    const { text, lines } = analyses.get(uri)?.tree ?? assert.fail(uri);
    const sorted = [...edits].sort(
      (a, b) => lines.offset(b.range.start) - lines.offset(a.range.start),
    );
    texts[workspace.pathOf(uri)] = sorted.reduce(
      (changed, { range, newText }) =>
        changed.slice(0, lines.offset(range.start)) +
        newText +
        changed.slice(lines.offset(range.end)),
      text,
    );
  }
  return texts;
}

const one = (text: string, newName: string) => {
  const result = renamed({ x: text }, newName);
  return typeof result === 'string' || !result ? result : result['x'];
};

void test('a fleet is renamed in all files, and only its name is edited', () => {
  const files = {
    f: yaml`
      type: fleet
      name: 'g$0pu' # ours
      nodes: 1
    `,
    a: 'type: task\nfleets: [cpu, gpu, other/gpu]\n',
    b: yaml`
      type: service
      fleets:
        - name: "gpu"
    `,
    c: 'type: task\nfleets: [cpu]\n',
  };
  assert.deepEqual(renamed(files, 'big-gpu'), {
    f: yaml`
      type: fleet
      name: 'big-gpu' # ours
      nodes: 1
    `,
    a: 'type: task\nfleets: [cpu, big-gpu, other/gpu]\n',
    b: yaml`
      type: service
      fleets:
        - name: "big-gpu"
    `,
  });
});

void test('a name that escapes or folded lines leave no place of its own changes with the text around it', () => {
  const files = {
    v: yaml`
      type: volume
      name: data
      backend: aws
    `,
    a: 'type: task\nvolumes: ["da\\x74a:/in, out"]\n',
    b: yaml`
      type: task
      volumes:
        - da$0ta:/in
          out
    `,
  };
  assert.deepEqual(renamed(files, 'sets'), {
    v: yaml`
      type: volume
      name: sets
      backend: aws
    `,
    a: 'type: task\nvolumes: ["sets:/in, out"]\n',
    b: yaml`
      type: task
      volumes:
        - sets:/in out
    `,
  });
});

void test('volumes and gateways are renamed from a use, in shorthand as well', () => {
  const volume = {
    v: yaml`
      type: volume
      name: data
      backend: aws
    `,
    a: 'type: task\nvolumes: [da$0ta:/data]\n',
  };
  assert.deepEqual(renamed(volume, 'sets'), {
    v: yaml`
      type: volume
      name: sets
      backend: aws
    `,
    a: 'type: task\nvolumes: [sets:/data]\n',
  });
  const gateway = { g: 'type: gateway\nname: main\n', a: 'type: service\ngateway: ma$0in\n' };
  assert.deepEqual(renamed(gateway, 'edge'), {
    g: 'type: gateway\nname: edge\n',
    a: 'type: service\ngateway: edge\n',
  });
});

void test('if two files define a name, only the definition at the cursor is renamed', () => {
  const files = {
    a: 'type: fleet\nname: gp$0u\n',
    b: 'type: fleet\nname: gpu\n',
    c: 'type: task\nfleets: [gpu]\n',
  };
  assert.deepEqual(renamed(files, 'other'), { a: 'type: fleet\nname: other\n' });
});

void test('names that dstack rejects, and names that exist, are rejected', () => {
  const files = {
    a: 'type: fleet\nname: gp$0u\n',
    b: 'type: fleet\nname: cpu\n',
    c: yaml`
      type: volume
      name: data
      backend: aws
    `,
  };
  for (const name of ['My_Fleet', 'x', '', '1gpu', 'a b', 'x'.repeat(42), 'on', 'null', 'a\nb']) {
    assert.equal(typeof renamed(files, name), 'string', name);
  }
  assert.equal(renamed(files, 'cpu'), 'A fleet `cpu` already exists.');
  assert.deepEqual(renamed(files, 'data'), { a: 'type: fleet\nname: data\n' });
  assert.deepEqual(renamed(files, 'gpu'), {});
  assert.match(String(renamed(files, 'My_Fleet')), /lowercase letters/);
});

void test('a profile is renamed in its file', () => {
  const files = {
    x: yaml`
      profiles:
        - name: sp$0ot
        - name: big
    `,
    y: yaml`
      profiles:
        - name: spot
        - name: mine
    `,
  };
  assert.deepEqual(renamed(files, 'mine'), {
    x: yaml`
      profiles:
        - name: mine
        - name: big
    `,
  });
  assert.equal(renamed(files, 'big'), 'A profile `big` already exists.');
  assert.equal(typeof renamed(files, 'a: b'), 'string');
});

void test('a group is renamed at its name; references use its position', () => {
  const text =
    'type: task\ngroups:\n  - name: "h$0ead"\n    commands: ["${{ groups[0].nodes[0].IP_ADDRESS }}"]\n  - name: tail\n';
  assert.equal(one(text, 'first'), text.replace('h$0ead', 'first'));
  assert.equal(typeof one(text, 'tail'), 'string');
  assert.equal(typeof one(text, 'Not_Possible'), 'string');
  assert.equal(typeof one(text, '12'), 'string');
  assert.equal(one(text.replace('$0', '').replace('[0].n', '[0$0].n'), 'first'), null);
});

void test('an anchor is renamed with its aliases, up to where it is set again', () => {
  assert.equal(
    one(
      yaml`
        a: &x 1
        b: *x$0
        c: &x 2
        d: *x
      `,
      'y-1',
    ),
    yaml`
      a: &y-1 1
      b: *y-1
      c: &x 2
      d: *x
    `,
  );
  assert.equal(
    one(
      yaml`
        a: &x # not &x
          - 1
        b: *x$0
      `,
      'y',
    ),
    yaml`
      a: &y # not &x
        - 1
      b: *y
    `,
  );
  assert.equal(typeof one('a: &x$0 {c: }\nb: !!set {<<: *x}\n', 'y'), 'string');
  assert.equal(typeof one('a: &x$0 1\nb: *x\n', 'ä'), 'string');
  assert.equal(typeof one('a: &x$0 1\nb: &y 2\n', 'y'), 'string');
});

/** The commands of a task with a variable A, before and after it is renamed to B. */
const COMMANDS: readonly (readonly [before: string, after: string])[] = [
  ['echo $A ${A} ${A:-x} $AB $$A \\$A', 'echo $B ${B} ${B:-x} $AB $$A \\$A'],
  [`echo '$A' "$A" "it's $A" '$A'`, `echo '$A' "$B" "it's $B" '$A'`],
  [`"echo \\"it's $A\\" '$A'"`, `"echo \\"it's $B\\" '$A'"`],
  [`'echo ''$A'' $A'`, `'echo ''$A'' $B'`],
  [`echo \\' $A`, `echo \\' $B`],
  [
    "|\n      # don't $A\n      echo $A '\n      $A' $A",
    "|\n      # don't $A\n      echo $B '\n      $A' $B",
  ],
  ['for A in a b; do echo $A; done', 'for B in a b; do echo $B; done'],
  ['echo ${#A} $((A+1))', 'echo ${#B} $((B+1))'],
  // As YAML writes it
  ['"echo \\x24A $\\x41 A\\\n    $A"', '"echo \\x24B $B A\\\n    $B"'],
  ['>\n      echo $A\n      "$A"\n\n      A=1', '>\n      echo $B\n      "$B"\n\n      B=1'],
  [
    "|\n      cat <<'E'\n      $A\n      E\n      echo $A",
    "|\n      cat <<'E'\n      $A\n      E\n      echo $B",
  ],
  ['echo\n    $A\n    $A', 'echo\n    $B\n    $B'],
  ["'export A=''x'' && echo ''$A''$A'", "'export B=''x'' && echo ''$A''$B'"],
  ['echo ${{ run.args }} $A', 'echo ${{ run.args }} $B'],
];

for (const [before, after] of COMMANDS) {
  void test(`a variable is renamed in ${JSON.stringify(before)}`, () => {
    const file = (name: string, command: string) =>
      `type: task\nenv:\n  - ${name}=1\ncommands:\n  - ${command}\n`;
    assert.equal(one(file('A$0', before), 'B'), file('B', after));
  });
}

void test('a variable is renamed where dstack replaces it, and as a key', () => {
  const text = 'type: service\nenv:\n  "A$0": 1\nprobes:\n  - type: http\n    url: /${{ env.A }}\n';
  assert.equal(one(text, 'B'), text.replace('A$0', 'B').replace('env.A', 'env.B'));
});

void test('the name of a variable that is written with escapes is all that changes', () => {
  assert.equal(
    one(
      yaml`
        type: task
        env:
          - "\x41$0=\x41"
        commands: [echo $A]
      `,
      'B',
    ),
    yaml`
      type: task
      env:
        - "B=\x41"
      commands: [echo $B]
    `,
  );
});

void test('what a container gets by its name, or is written in pieces, has no other name', () => {
  const file = (command: string) => `type: task\nenv: [A$0=1]\ncommands:\n  - ${command}\n`;
  for (const option of ['-e A', '--env A', '--rm -it -e B=1 -e A', '-eA', '--env=A', '-ite A'])
    assert.match(String(one(file(`docker run ${option} x`), 'NEW')), /Write `-e A=\$A` there/);
  assert.match(String(one(file('docker build --build-arg A .'), 'NEW')), /by this name/);
  for (const option of ['-eA=1', '--env=A=1', '--name A', '-v /e:/A', '-u A'])
    assert.match(String(one(file(`docker run ${option} x`), 'NEW')), /env: \[NEW=1\]/);
  assert.match(String(one(file('export "A"B; read "A"'), 'NEW')), /^type/);
  assert.match(String(one(file('read A""'), 'NEW')), /^type/);
  assert.match(String(one(file('read \\A; eval "read \\A"'), 'NEW')), /^type/);
  assert.match(String(one(file('bash -c "echo \\$\\A"; read FO\\O'), 'FOO')), /something else/);
  const long = file('read L""ONG').replace('A$0', 'LONG$0');
  assert.match(String(one(long, 'NEW')), /quotes or backslashes/);
  assert.equal(
    one(file('docker run -e A=$A x'), 'NEW'),
    file('docker run -e A=$NEW x').replace('A$0', 'NEW'),
  );
});

void test('a variable has no name that commands use for another one', () => {
  const file = yaml`
    type: task
    env: [A$0=1]
    commands:
      - for i in 1; do x=$((n)); done
  `;
  for (const name of ['i', 'x', 'n']) assert.match(String(one(file, name)), /something else/);
});

void test('a variable keeps apart from others', () => {
  const text = yaml`
    type: task
    env: [A$0=1]
    commands:
      - echo $A $HOME
  `;
  for (const name of ['HOME', '1A', 'A-B', '', 'NO'])
    assert.equal(typeof one(text, name), 'string');
  assert.equal(
    one(
      yaml`
        type: task
        commands:
          - echo $HO$0ME
      `,
      'X',
    ),
    null,
  );
});

void test('only the name is renamed', () => {
  const target = (marked: string) => {
    const { analysis, position } = filesOf({ x: marked });
    const found = prepareRename(analysis, { position });
    return found && [textAt(analysis, found.range), found.placeholder];
  };
  assert.deepEqual(target('type: fleet\nname: "gp$0u"\n'), ['gpu', 'gpu']);
  assert.deepEqual(target('type: task\nvolumes: [da$0ta:/d]\n'), ['data', 'data']);
  assert.deepEqual(target('type: task\nenv: [A$0=1]\n'), ['A', 'A']);
  assert.deepEqual(
    target(yaml`
      type: task
      groups:
        - name: "a$0"
    `),
    ['a', 'a'],
  );
  assert.equal(target('type: ta$0sk\n'), null);
  assert.equal(
    target(yaml`
      type: task
      env: [A=1]
      commands:
        - echo '$A$0'
    `),
    null,
  );
});
