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
import { yaml } from '../../support/yaml';

const GPU = yaml`
  type: fleet
  name: gpu
  nodes: 1
`;

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
  const [change, ignore, ...more] = actions(
    yaml`
      type: task
      commands: [ls]
      fleets: [gpuu$0]
    `,
    {
      b: GPU,
    },
  );
  assert.deepEqual(change, {
    title: 'Change to `gpu`',
    codes: ['undefined-reference'],
    preferred: true,
    after: yaml`
      type: task
      commands: [ls]
      fleets: [gpu]
    `,
  });
  assert.equal(ignore?.title, 'Ignore `undefined-reference` here');
  assert.deepEqual(more, []);
});

test('of a short form only the name is changed', () => {
  const [change] = actions(
    yaml`
      type: task
      commands: [ls]
      volumes:
        - "dat$0a:/x"
    `,
    {
      b: yaml`
        type: volume
        name: data1
        backend: aws
        region: us-east-1
        size: 1GB
      `,
    },
  );
  assert.equal(
    change?.after,
    yaml`
      type: task
      commands: [ls]
      volumes:
        - "data1:/x"
    `,
  );
});

test('a name that is like no other, and one that stands twice, can be ignored only', () => {
  const far = actions(
    yaml`
      type: task
      commands: [ls]
      fleets: [zzzz$0]
    `,
    { b: GPU },
  );
  assert.deepEqual(
    far.map(({ title }) => title),
    ['Ignore `undefined-reference` here'],
  );
  const [ignore] = actions(
    yaml`
      type: fleet
      name: g$0pu
      nodes: 1
    `,
    { b: GPU },
  );
  assert.equal(
    ignore?.after,
    yaml`
      type: fleet
      # dstack-disable-next-line duplicate-name
      name: gpu
      nodes: 1
    `,
  );
});

test('a comment ignores what other files have to do with, and is not told to be of no use', () => {
  const ignored = yaml`
    type: fleet
    # dstack-disable-next-line duplicate-name
    name: gpu
    nodes: 1
  `;
  assert.deepEqual(codesOf(GPU, { b: GPU }), ['duplicate-name']);
  assert.deepEqual(codesOf(ignored, { b: GPU }), []);
  assert.deepEqual(codesOf(ignored, {}), []);
  // The other file still says so.
  assert.deepEqual(codesOf(GPU, { b: ignored }), ['duplicate-name']);
  const other = ignored.replace('duplicate-name', 'undefined-reference');
  assert.deepEqual(codesOf(other, { b: GPU }), ['duplicate-name']);
});
