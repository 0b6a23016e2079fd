import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../../../server/src/language/features/code-actions';
import type { Workspace } from '../../../../server/src/language/workspace/workspace';
import { analysisOf } from '../../../support/check/analysis';
import { workspaceOf } from '../../../support/check/workspace';
import { within } from '../../../support/check/within';
import { yaml } from '../../../support/yaml';

const URI = 'file:///w/train.dstack.yml';

interface Question {
  readonly uri?: string;
  readonly createsFiles?: boolean;
  /** Names of files that are in the folder. */
  readonly files?: readonly string[];
}

/** What can be done about several documents: the title, the text that is left, the new file and its text. */
function actionsIn(
  text: string,
  { uri = URI, createsFiles = true, files = [] }: Question = {},
): readonly (readonly [title: string, left: string, file?: string, moved?: string])[] {
  const analysis = analysisOf(text, uri);
  const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const workspace: Workspace = {
    ...workspaceOf(),
    entries: (folder) =>
      folder === 'file:///w/' ? files.map((name) => ({ name, isFolder: false })) : [],
  };
  const actions = codeActions(within(analysis, { client: { createsFiles }, workspace }), {
    range: whole,
    context: { diagnostics: [] },
    version: 3,
  });
  return actions
    .filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === 'several-documents'))
    .map((action) => madeBy(action, text, uri));
}

function madeBy(
  { title, edit }: CodeAction,
  text: string,
  uri: string,
): readonly [title: string, left: string, file?: string, moved?: string] {
  const left = TextDocument.create(uri, 'dstack', 3, text);
  let result = text;
  const made: string[] = [];
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) {
      assert.ok(change.kind === 'create' && change.options?.overwrite === false);
      made.push(change.uri.replace('file:///w/', ''));
    } else if (change.textDocument.uri === uri) {
      assert.equal(change.textDocument.version, 3);
      result = TextDocument.applyEdits(left, change.edits as never);
    } else made.push(...change.edits.flatMap((one) => ('newText' in one ? one.newText : [])));
  }
  const [file, moved] = made;
  return file === undefined ? [title, result] : [title, result, file, moved ?? ''];
}

const A = yaml`
  type: task # a
  name: aa
  commands: [x]
`;
const B = yaml`
  type: service
  name: bb
  port: 80
  commands: [x]
`;

void test('the second document moves to a file with its name', () => {
  assert.deepEqual(actionsIn(`${A}---\n${B}`), [
    ['Move document 2 to the new file `bb.dstack.yml`', A, 'bb.dstack.yml', B],
  ]);
});

void test('a document does not move into the file that it is in', () => {
  const [action] = actionsIn(`${A}---\n${B}`, { uri: 'file:///w/BB.dstack.yml' });
  assert.equal(action?.[2], 'bb-2.dstack.yml');
});

void test('the name of the file may have any characters', () => {
  const unnamed = `${A}---\ntype: task\ncommands: [y]\n`;
  for (const [file, moved, title] of [
    ['100%.dstack.yml', 'task-2.dstack.yml', 'task-2.dstack.yml'],
    ['a%20b.yml', 'a%20b-2.dstack.yml', 'a b-2.dstack.yml'],
    ['%E2%80%AEb.yml', '%E2%80%AEb-2.dstack.yml', '\\u{202e}b-2.dstack.yml'],
  ] as const) {
    const [action] = actionsIn(unnamed, { uri: `file:///w/${file}` });
    assert.equal(action?.[2], moved);
    assert.equal(action[0], `Move document 2 to the new file \`${title}\``);
  }
});

void test('each further document can move', () => {
  const C = yaml`
    # c
    type: fleet
    name: cc
    nodes: 1
  `;
  assert.deepEqual(actionsIn(`${A}---\n${B}---\n${C}`), [
    ['Move document 2 to the new file `bb.dstack.yml`', `${A}---\n${C}`, 'bb.dstack.yml', B],
    ['Move document 3 to the new file `cc.dstack.yml`', `${A}---\n${B}`, 'cc.dstack.yml', C],
  ]);
});

void test('comments go with their document', () => {
  assert.deepEqual(actionsIn(`# top\n${A}# of a\n\n# of b\n--- # here\n\n${B}# end\n`), [
    [
      'Move document 2 to the new file `bb.dstack.yml`',
      `# top\n${A}# of a\n\n`,
      'bb.dstack.yml',
      `# of b\n# here\n\n${B}# end\n`,
    ],
  ]);
});

void test('marks of ends and directives', () => {
  assert.deepEqual(actionsIn(`---\n${A}...\n---\n${B}...\n`), [
    ['Move document 2 to the new file `bb.dstack.yml`', `---\n${A}...\n`, 'bb.dstack.yml', B],
  ]);
  assert.deepEqual(actionsIn(`${A}...\n%YAML 1.1\n---\n${B}`), [
    [
      'Move document 2 to the new file `bb.dstack.yml`',
      `${A}...\n`,
      'bb.dstack.yml',
      `%YAML 1.1\n---\n${B}`,
    ],
  ]);
  // What follows a `...` without a `---` would join the first document.
  assert.deepEqual(actionsIn(`${A}---\n${B}...\ntype: fleet\n`)[0]?.[1], `${A}...\ntype: fleet\n`);
  assert.deepEqual(actionsIn(`${A}--- {type: fleet, name: cc, nodes: 1}\n`)[0]?.slice(1), [
    A,
    'cc.dstack.yml',
    '--- {type: fleet, name: cc, nodes: 1}\n',
  ]);
});

void test('an empty document is removed, and its comments are kept', () => {
  assert.deepEqual(actionsIn(`${A}---\n`), [['Remove the empty document', A]]);
  assert.deepEqual(actionsIn(`${A}---\n# c\n\n`), [['Remove the empty document', `${A}# c\n\n`]]);
  assert.deepEqual(actionsIn(`--- # c\n---\n${A}`), [
    ['Remove the empty document', `# c\n---\n${A}`],
  ]);
  assert.deepEqual(actionsIn(`${A}---\n---\n${B}`), [
    ['Remove the empty document', `${A}---\n${B}`],
    ['Move document 3 to the new file `bb.dstack.yml`', `${A}---\n`, 'bb.dstack.yml', B],
  ]);
  assert.deepEqual(actionsIn(`${A}---\n...\n`), [['Remove the empty document', A]]);
});

void test('the name of the file is free', () => {
  const fileFor = (text: string, question: Question) =>
    actionsIn(`${A}---\n${text}`, question)[0]?.[2];
  assert.equal(fileFor(B, { files: ['bb.dstack.yml'] }), 'bb-2.dstack.yml');
  assert.equal(fileFor(B, { files: ['BB.dstack.yml', 'bb-2.dstack.yml'] }), 'bb-3.dstack.yml');
  assert.equal(fileFor('type: fleet\n', {}), 'train-2.dstack.yml');
  assert.equal(fileFor('type: fleet\n', { files: ['train-2.dstack.yml'] }), 'train-3.dstack.yml');
  assert.equal(fileFor('type: fleet\n', { uri: 'file:///w/.dstack.yml' }), 'fleet-2.dstack.yml');
  assert.equal(fileFor('x: 1\n', { uri: 'file:///w/.dstack.yaml' }), 'configuration-2.dstack.yaml');
  for (const name of ['../x', 'a/b', '"a b"', '${{ x }}', '1', '[a]'])
    assert.match(fileFor(`name: ${name}\n`, {}) ?? '', /^(?:train|1)(?:-2)?\.dstack\.yml$/);
});

void test('nothing moves if no file can be made', () => {
  assert.deepEqual(actionsIn(`${A}---\n${B}`, { createsFiles: false }), []);
  assert.deepEqual(actionsIn(`${A}---\n${B}`, { uri: 'untitled:Untitled-1' }), []);
  const profiles = 'profiles:\n  - name: a\n';
  const uri = 'file:///w/.dstack/profiles.yml';
  assert.deepEqual(actionsIn(`${profiles}---\n${profiles}`, { uri }), []);
});

void test('line breaks do not change', () => {
  const text = `${A}---\n${B}`.replaceAll('\n', '\r\n');
  assert.deepEqual(actionsIn(text)[0]?.slice(1), [
    A.replaceAll('\n', '\r\n'),
    'bb.dstack.yml',
    B.replaceAll('\n', '\r\n'),
  ]);
});
