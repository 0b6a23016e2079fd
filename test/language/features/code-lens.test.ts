import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { codeLenses } from '../../../server/src/language/features/code-lens';
import { analysisOf } from '../../support/check/analysis';
import { filesOf } from '../../support/check/workspace-files';
import { table } from '../../support/table';
import { within } from '../../support/check/within';
import { yaml } from '../../support/yaml';

const FILES = {
  'infra/gpu pool.dstack.yml': 'name: gp$0u\ntype: fleet\n',
  'a.dstack.yml': 'type: task\nfleets: [gpu]\n',
  'b.dstack.yml': 'type: task\nfleets: [gpu]\n',
};
const COMMANDS = { showReferences: 'show', copyApplyCommand: 'copy', suggest: 'suggest' };

void test('the command that applies the file, and the count of references', () => {
  const { analysis, workspace } = filesOf(FILES);
  const [apply, count, ...more] = codeLenses(
    within(analysis, { workspace, client: { commands: COMMANDS } }),
  );
  assert.deepEqual(more, []);
  const line = "dstack apply -f 'infra/gpu pool.dstack.yml'";
  assert.equal(apply?.range.start.line, 1);
  assert.deepEqual(apply.command, {
    title: `$(copy) ${line}`,
    tooltip: 'Copy this command, to run it in a terminal',
    command: 'copy',
    arguments: [line],
  });
  assert.equal(count?.command?.title, '2 references');
  const [uri, position, locations] = count.command.arguments as [string, unknown, unknown[]];
  assert.equal(uri, analysis.source.uri);
  assert.deepEqual(position, { line: 0, character: 6 });
  assert.equal(locations.length, 2);
});

void test('one reference, none, and a client without the commands', () => {
  const { 'b.dstack.yml': _, ...fewer } = FILES;
  const once = filesOf(fewer);
  assert.deepEqual(
    codeLenses(within(once.analysis, { workspace: once.workspace })).map(({ command }) => [
      command?.command,
      command?.title,
    ]),
    [
      ['', "dstack apply -f 'infra/gpu pool.dstack.yml'"],
      ['', '1 reference'],
    ],
  );
  const none = filesOf({ 'x.dstack.yml': 'profiles:\n  - name: spot\n' });
  assert.deepEqual(codeLenses(within(none.analysis, { workspace: none.workspace })), []);
});

void test('in each document the references, and no command that dstack would reject', () => {
  const { analysis, workspace } = filesOf({
    'infra.dstack.yml': yaml`
      name: cp$0u
      type: fleet
      ---
      name: gpu
      type: fleet
    `,
    'a.dstack.yml': 'type: task\nfleets: [gpu]\n',
    'b.dstack.yml': 'type: task\nfleets: [cpu, gpu]\n',
  });
  assert.deepEqual(
    codeLenses(within(analysis, { workspace: workspace, client: { commands: COMMANDS } })).map(
      ({ range, command }) => [range.start.line, command?.title],
    ),
    [
      [0, '1 reference'],
      [3, '2 references'],
    ],
  );
});

table(
  'no command for what is not a file',
  ['untitled:Untitled-1', 'untitled:/w/a.dstack.yml', 'git:/w/a.dstack.yml?%7B%22ref%22:%22%22%7D'],
  (uri) => {
    assert.deepEqual(codeLenses(analysisOf('type: task\n', uri)), []);
  },
);

/** Names of files that a shell or a terminal could misunderstand, and the argument that names them all the same. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'a.dstack.yml': 'a.dstack.yml',
  '-rf.dstack.yml': './-rf.dstack.yml',
  '--help.dstack.yml': './--help.dstack.yml',
  '- a.dstack.yml': "'./- a.dstack.yml'",
  '~.dstack.yml': "'~.dstack.yml'",
  '=ls.dstack.yml': "'=ls.dstack.yml'",
  '$(id).dstack.yml': "'$(id).dstack.yml'",
  "it's.dstack.yml": "'it'\\''s.dstack.yml'",
  'a\nb.dstack.yml': "$'a\\x0ab.dstack.yml'",
  "\u001b[201~'\\\r.dstack.yml": "$'\\x1b[201~\\'\\\\\\x0d.dstack.yml'",
  '\u202egnp.dstack.yml': "$'\\u202egnp.dstack.yml'",
};

for (const [name, argument] of Object.entries(ARGUMENTS)) {
  test(`the command that applies the file ${JSON.stringify(name)}`, () => {
    const { analysis } = filesOf({ [encodeURIComponent(name)]: 'type: task\n' });
    const [lens] = codeLenses(analysis);
    assert.equal(lens?.command?.title, `dstack apply -f ${argument}`);
  });
}

table(
  'a shell reads the argument as the name of the file',
  Object.entries(ARGUMENTS),
  ([name, argument]) => {
    const line = `printf %s ${argument}`;
    const { stdout } = spawnSync('/bin/bash', ['-c', line], {
      encoding: 'utf8',
      env: { LC_ALL: 'C.UTF-8' },
    });
    assert.equal(stdout.replace(/^\.\//, ''), name);
  },
  { skip: !existsSync('/bin/bash') },
);
