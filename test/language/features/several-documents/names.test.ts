import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../../../server/src/language/features/code-actions';
import { definition } from '../../../../server/src/language/features/definition';
import { documentHighlights } from '../../../../server/src/language/features/document-highlights';
import { documentLinks } from '../../../../server/src/language/features/document-links';
import { linkedEditing } from '../../../../server/src/language/features/linked-editing';
import { references } from '../../../../server/src/language/features/references';
import { prepareRename, rename } from '../../../../server/src/language/features/rename';
import { selectionRanges } from '../../../../server/src/language/features/selection-ranges';
import { signatureHelp } from '../../../../server/src/language/features/signature-help';
import { filesOf } from '../../../support/check/workspace-files';
import { analysisOf, atCursor, textAt } from '../../../support/check/analysis';
import { within } from '../../../support/check/within';
import { yaml } from '../../../support/yaml';

/** Two documents with the same names, which have nothing to do with each other. */
const ONE = yaml`
  type: task
  env: &e [A=1]
  commands: [echo $A]
  resources: {gpu: A100}
  x: *e
`;

/** Each document with the cursor at `marked` in it: at the start of a file, and behind two others. */
function* eachPlace(part: string): Generator<{ before: string; marked: string; after: string }> {
  const marked = ONE.replace(part.replace('$0', ''), () => part);
  yield { before: '', marked, after: `---\n${ONE}` };
  yield { before: `${ONE}---\n# two\n---\n`, marked, after: '' };
  yield { before: `${ONE}...\n# c\n---\n`, marked, after: `...\n---\n${ONE}` };
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'dstack', 1, text), [...edits]);
}

void test('a variable is renamed in its own document', () => {
  for (const { before, marked, after } of eachPlace('echo $$0A')) {
    const { analysis, position } = atCursor(before + marked + after);
    assert.equal(prepareRename(analysis, { position })?.placeholder, 'A');
    const made = rename(analysis, { position, newName: 'NEW' });
    assert.ok(made && 'edits' in made);
    const renamed = ONE.replace('A=1', 'NEW=1').replace('$A', '$NEW');
    const [edits = []] = made.edits.values();
    assert.equal(applied(analysis.source.text, edits), before + renamed + after);
    assert.match(JSON.stringify(rename(analysis, { position, newName: '1A' })), /begins with no/);
  }
});

void test('highlights, references and definitions are those of the document', () => {
  for (const { before, marked, after } of eachPlace('echo $$0A')) {
    const { analysis, position } = atCursor(before + marked + after);
    const first = before.split('\n').length - 1;
    const lines = [first + 1, first + 2];
    assert.deepEqual(
      documentHighlights(analysis, { position }).map(({ range }) => range.start.line),
      lines,
    );
    assert.deepEqual(
      references(analysis, { position, context: { includeDeclaration: true } }).map(
        ({ range }) => range.start.line,
      ),
      lines,
    );
    const [link] = definition(analysis, { position });
    assert.equal(link?.targetRange.start.line, first + 1);
  }
  for (const { before, marked, after } of eachPlace('x: *$0e')) {
    const { analysis, position } = atCursor(before + marked + after);
    assert.equal(linkedEditing(analysis, { position })?.ranges.length, 2);
  }
});

void test('a fleet in a further document is renamed with what refers to it', () => {
  const { analysis, position, workspace } = filesOf({
    a: `${ONE}---\ntype: fleet\nname: gp$0u\nnodes: 1\n`,
    b: 'type: task\nfleets: [gpu]\n',
  });
  const made = rename(within(analysis, { workspace }), { position, newName: 'big' });
  assert.ok(made && 'edits' in made);
  assert.deepEqual([...made.edits.keys()], ['file:///w/a', 'file:///w/b']);
});

/** The texts that quick fixes and refactorings at the cursor make. */
function madeAt(marked: string): ReadonlyMap<string, string> {
  const { analysis, position } = atCursor(marked);
  const range = { start: position, end: position };
  const actions = codeActions(analysis, { range, context: { diagnostics: [] }, version: 1 });
  return new Map(
    actions.map(({ title, edit }) => {
      const [change] = edit?.documentChanges ?? [];
      const edits = change && 'edits' in change ? (change.edits as TextEdit[]) : [];
      return [title, applied(analysis.source.text, edits)];
    }),
  );
}

void test('quick fixes and refactorings are there in each document', () => {
  for (const { before, marked, after } of eachPlace('gp$0u: A100')) {
    const wrong = marked.replace('gp$0u', 'gp$0uu');
    const fixed = [...madeAt(before + wrong + after).values()];
    assert.ok(fixed.includes(before + ONE + after), JSON.stringify(fixed));
  }
  const task = 'type: task\ncommands: [x]\n';
  const made = madeAt(`${task}---\nna$0me: a\ntype: task\ncommands: [y]\n`);
  assert.equal(
    made.get('Sort properties in reference order'),
    `${task}---\ntype: task\nname: a\ncommands: [y]\n`,
    JSON.stringify([...made]),
  );
});

void test('no fix of a document changes another, and none is there twice', () => {
  for (const text of [
    `${ONE}---\n# c\n---\n$0commands: [x]\n---\n${ONE}`,
    `typ$0: task\n---\n${ONE}`,
    `na$0me: a\ncommands: [x]\ntype: task\n\n# c\n---\n${ONE}`,
  ]) {
    for (const fixed of madeAt(text).values()) assert.ok(fixed.endsWith(`---\n${ONE}`), fixed);
  }
  const analysis = analysisOf(`type: task\n  bad: x\n---\n${ONE}`);
  const whole = { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } };
  const titles = codeActions(analysis, {
    range: whole,
    context: { diagnostics: [] },
    version: 1,
  }).map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
});

void test('signatures, selections and links are there in each document', () => {
  const second = yaml`
    type: task
    ports: [80:$080]
    image: ubuntu
    # https://example.com
  `;
  const { analysis, position } = atCursor(`${ONE}---\n${second}`);
  assert.ok(signatureHelp(analysis, { position, context: { triggerKind: 1, isRetrigger: false } }));
  const [selection] = selectionRanges(analysis, { positions: [position] });
  assert.equal(textAt(analysis, selection?.parent?.range ?? assert.fail()), '80:80');
  assert.deepEqual(
    documentLinks(analysis).map(({ range }) => textAt(analysis, range)),
    ['ubuntu', 'https://example.com'],
  );
});
