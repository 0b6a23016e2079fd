import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  CodeActionRequest,
  DocumentDiagnosticRequest,
  HoverRequest,
  LogMessageNotification,
} from 'vscode-languageserver-protocol/node';
import { Analysis, codeActions, inlayHints } from '../../server/src/language';
import { FIXES } from '../../server/src/language/fixes/table';
import { REFACTORINGS } from '../../server/src/language/refactor';
import { ERROR_LIMIT } from '../../server/src/language/validate/structure';
import { imageOrPython } from '../../server/src/language/validate/rules/model/conflicting-properties';
import { TestClient } from '../support/server/client';
import { within } from '../support/check/within';
import { yaml } from '../support/yaml';

const uri = 'file:///w/.dstack.yml';
const TEXT = `type: task
nodes: 0
comands: [ls]
image: a
python: '3.12'
resources: {gpu: 'A100:80GB:2', cpu: 4}
idle_duration: 5m
`;

/** Lets a part of the language service throw until the test is over. */
function breakPart(context: TestContext, owner: object, name: string): void {
  context.mock.method(owner as Record<string, () => void>, name, () => {
    throw new Error('broken on purpose');
  });
}

function codesOf({ problems }: Analysis): readonly string[] {
  return problems.map(({ code }) => code);
}

function namesOf({ failures }: Analysis): readonly string[] {
  return failures.all.map(({ name }) => name);
}

test('a rule that throws loses its problems, and no other', (context) => {
  const before = codesOf(new Analysis({ uri, text: TEXT }));
  assert.ok(before.includes('conflicting-properties'));
  breakPart(context, imageOrPython, 'check');
  const analysis = new Analysis({ uri, text: TEXT });
  assert.deepEqual(
    codesOf(analysis),
    before.filter((code) => code !== 'conflicting-properties'),
  );
  assert.deepEqual(namesOf(analysis), [`rule ${imageOrPython.codes.join(', ')}`]);
});

test('rules are not asked about values that the structure had too many errors to look at', () => {
  const unknown = Array.from({ length: ERROR_LIMIT + 1 }, (_, i) => `k${String(i)}: 1\n`).join('');
  const text = `type: dev-environment\nide: windsurf\nversion: {a: 1}\n${unknown}`;
  const analysis = new Analysis({ uri, text });
  assert.equal(analysis.allProblems.length, ERROR_LIMIT);
  assert.deepEqual(namesOf(analysis), []);
});

test('a shorthand that throws loses its value, and no other', () => {
  const analysis = new Analysis({ uri, text: TEXT });
  const before = codesOf(new Analysis({ uri, text: TEXT }));
  const root = analysis.tree.root;
  assert.ok(root?.kind === 'mapping');
  const idle = root.pairs.find(({ key }) => key.kind === 'scalar' && key.text === 'idle_duration');
  assert.ok(idle?.value.kind === 'scalar');
  Object.defineProperty(idle.value.value, 'value', {
    get() {
      throw new Error('broken on purpose');
    },
  });
  assert.deepEqual(codesOf(analysis), before);
  assert.deepEqual(namesOf(analysis), ['shorthand idle-duration']);
  const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = inlayHints(
    within(analysis, { settings: { inlayHints: { meanings: true, defaults: true } } }),
    { range: all },
  );
  assert.equal(hints.length, 2, 'that of `gpu`, and the defaults');
});

test('a fix that throws loses itself; other problems and refactorings keep theirs', (context) => {
  const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const titles = () => {
    const analysis = new Analysis({ uri, text: TEXT });
    const actions = codeActions(analysis, { range: all, context: { diagnostics: [] }, version: 1 });
    return { found: actions.map(({ title }) => title), names: namesOf(analysis) };
  };
  const before = titles().found;
  breakPart(context, FIXES, 'unknown-key');
  const { found, names } = titles();
  assert.deepEqual(names, ['fix unknown-key']);
  assert.deepEqual(
    found,
    before.filter((title) => !['Change to `commands`', 'Remove `comands`'].includes(title)),
  );
});

test('a refactoring that throws loses itself', (context) => {
  const text = yaml`
    type: task
    commands: [ls]
    resources: {gpu: {name: A100, count: 2}}
  `;
  const at = { line: 2, character: 14 };
  const titles = () => {
    const analysis = new Analysis({ uri, text });
    const actions = codeActions(analysis, {
      range: { start: at, end: at },
      context: { diagnostics: [] },
      version: 1,
    });
    return { found: actions.map(({ title }) => title), names: namesOf(analysis) };
  };
  const before = titles().found;
  breakPart(context, REFACTORINGS, 'sort properties');
  const { found, names } = titles();
  assert.deepEqual(names, ['refactoring sort properties']);
  assert.ok(found.length > 0 && before.length >= found.length);
});

test('the server logs a rule that throws once, with its name, and serves all else', async (context) => {
  breakPart(context, imageOrPython, 'check');
  const client = await TestClient.start({ textDocument: { diagnostic: {} } });
  const log: string[] = [];
  client.connection.onNotification(LogMessageNotification.type, ({ message }) => {
    log.push(message);
  });
  try {
    await client.open(uri, TEXT);
    const textDocument = { uri };
    for (let version = 2; version < 12; version++) {
      await client.change(uri, version, `${TEXT}# ${String(version)}\n`);
      const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument,
      });
      assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'unknown-key'));
      const position = { line: 0, character: 1 };
      assert.ok(await client.connection.sendRequest(HoverRequest.type, { textDocument, position }));
      const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
      const context = { diagnostics: [] };
      const params = { textDocument, range, context };
      assert.ok(await client.connection.sendRequest(CodeActionRequest.type, params));
    }
  } finally {
    client.dispose();
  }
  assert.equal(log.length, 1, log.join('\n'));
  assert.match(log[0] ?? '', /^rule conflicting-properties: Error: broken on purpose\n\s+at /);
});
