import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { Analysis } from '../../../server/src/language';
import { codeActions } from '../../../server/src/language/features/code-actions';
import { workspaceProblems } from '../../../server/src/language/workspace/problems';
import { summarise } from '../../../server/src/language/workspace/summary';
import { filesOf } from '../../support/check/workspace-files';
import { within } from '../../support/check/within';

const GPU = 'type: fleet\nname: gpu\nnodes: 1\n';

/** What can be done about the file `a`, which has the cursor, beside others: title, whether preferred, the file then. */
function actions(a: string, others: Readonly<Record<string, string>>) {
  const { analysis, position, workspace } = filesOf({ a, ...others });
  const { uri, text } = analysis.source;
  const range = { start: position, end: position };
  return codeActions(within(analysis, { workspace }), {
    range,
    context: { diagnostics: [] },
    version: 1,
  })
    .filter(({ kind }) => kind === 'quickfix')
    .map(({ title, isPreferred, diagnostics, edit }) => {
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      const document = TextDocument.create(uri, 'dstack', 1, text);
      const after = TextDocument.applyEdits(document, (change?.edits ?? []) as TextEdit[]);
      const codes = diagnostics?.map(({ code }) => code);
      return { title, codes, preferred: isPreferred === true, after };
    });
}

/** The codes of the file `a` beside others, as all of it is told. */
function codesOf(a: string, others: Readonly<Record<string, string>>) {
  const { analysis, workspace } = filesOf({ a, ...others });
  const own = new Analysis(analysis.source).problems;
  return [...own, ...workspaceProblems(summarise(analysis), workspace)].map(({ code }) => code);
}

test('a name that nothing defines is changed to a similar one, or ignored', () => {
  const [change, ignore, ...more] = actions('type: task\ncommands: [ls]\nfleets: [gpuu$0]\n', {
    b: GPU,
  });
  assert.deepEqual(change, {
    title: 'Change to `gpu`',
    codes: ['undefined-reference'],
    preferred: true,
    after: 'type: task\ncommands: [ls]\nfleets: [gpu]\n',
  });
  assert.equal(ignore?.title, 'Ignore `undefined-reference` here');
  assert.deepEqual(more, []);
});

test('of a short form only the name is changed', () => {
  const [change] = actions('type: task\ncommands: [ls]\nvolumes:\n  - "dat$0a:/x"\n', {
    b: 'type: volume\nname: data1\nbackend: aws\nregion: us-east-1\nsize: 1GB\n',
  });
  assert.equal(change?.after, 'type: task\ncommands: [ls]\nvolumes:\n  - "data1:/x"\n');
});

test('a name that is like no other, and one that stands twice, can be ignored only', () => {
  const far = actions('type: task\ncommands: [ls]\nfleets: [zzzz$0]\n', { b: GPU });
  assert.deepEqual(
    far.map(({ title }) => title),
    ['Ignore `undefined-reference` here'],
  );
  const [ignore] = actions('type: fleet\nname: g$0pu\nnodes: 1\n', { b: GPU });
  assert.equal(
    ignore?.after,
    'type: fleet\n# dstack-disable-next-line duplicate-name\nname: gpu\nnodes: 1\n',
  );
});

test('a comment ignores what other files have to do with, and is not told to be of no use', () => {
  const ignored = 'type: fleet\n# dstack-disable-next-line duplicate-name\nname: gpu\nnodes: 1\n';
  assert.deepEqual(codesOf(GPU, { b: GPU }), ['duplicate-name']);
  assert.deepEqual(codesOf(ignored, { b: GPU }), []);
  assert.deepEqual(codesOf(ignored, {}), []);
  // The other file still says so.
  assert.deepEqual(codesOf(GPU, { b: ignored }), ['duplicate-name']);
  const other = ignored.replace('duplicate-name', 'undefined-reference');
  assert.deepEqual(codesOf(other, { b: GPU }), ['duplicate-name']);
});
