import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { afterEnter } from '../../../support/check/enter';
import { Analysis, completion, starters } from '../../../../server/src/language';
import { plainText, STARTERS } from '../../../../server/src/language/starters';
import { accept, completionsIn, textEdit } from '../../../support/check/completion';
import { uriOf } from '../../../support/oracle/corpus';
import { table } from '../../../support/table';
import { within } from '../../../support/check/within';
import { yaml } from '../../../support/yaml';

const filesIn = (marked: string, uri?: string) =>
  completionsIn(marked, uri).filter(({ kind }) => kind === CompletionItemKind.File);

table(
  'starters are offered if nothing is written yet',
  [
    '$0',
    '\n$0\n',
    'vll$0',
    'v$0ll',
    '  $0',
    'service vl$0',
    yaml`
      # A note

      serv$0
      # The end
    `,
    '---\n$0',
    '# A note\r\n$0\r\n',
  ],
  (marked) => {
    const labels = filesIn(marked).map(({ label }) => label);
    assert.ok(labels.includes('Service: vLLM'), JSON.stringify(marked));
    assert.ok(!labels.includes('Profiles'), JSON.stringify(marked));
  },
);

table(
  'starters are not offered anywhere else',
  [
    'type: $0',
    'type: task\n$0',
    '$0\ntype: task\n',
    'name: x\n\n$0',
    '# $0',
    '- $0',
    '{$0}',
    '"$0',
  ],
  (marked) => {
    assert.deepEqual(filesIn(marked), [], JSON.stringify(marked));
  },
);

test("in the file of profiles only the profiles' starter is offered", () => {
  const labels = filesIn('$0', uriOf('profiles')).map(({ label }) => label);
  assert.deepEqual(labels, ['Profiles']);
});

test('first the key of the type, one file of each type, its variants, and then single types', () => {
  const labels = completionsIn('$0').map(({ label }) => label);
  const at = (label: string) => labels.indexOf(label);
  assert.equal(at('type'), 0);
  assert.equal(at('Dev environment'), 1);
  assert.equal(at('Dev environment') + 1, at('Task'));
  assert.ok(at('Preset') < at('Dev environment: volume'));
  assert.ok(at('Service: SGLang') < at('type: volume'));
});

test('accepting a starter leaves it and the comments around', () => {
  for (const starter of Object.entries(STARTERS).flatMap(([type, list]) =>
    type === 'profiles' ? [] : list,
  )) {
    const marked = `# A note\n  ${starter.label.slice(0, 3).toLowerCase()}$0\n# The end\n`;
    const item = filesIn(marked).find(({ label }) => label === starter.label);
    assert.ok(item, starter.label);
    const text = `# A note\n${plainText(starter)}# The end\n`;
    assert.equal(accept(marked, item).replace('$0', ''), text, starter.label);
    assert.deepEqual(new Analysis({ uri: 'file:///.dstack.yml', text }).problems, []);
  }
});

test('a starter uses the line breaks of the file', () => {
  const [item] = filesIn('# A note\r\n$0\r\n');
  assert.ok(item);
  assert.doesNotMatch(textEdit(item).newText, /[^\r]\n/);
});

test('an editor without snippets gets the file itself', () => {
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text: '' });
  const { items = [] } =
    completion(within(analysis, { client: { snippets: false } }), {
      position: { line: 0, character: 0 },
    }) ?? {};
  const [usual] = STARTERS['task'] ?? [];
  const item = items.find(({ label }) => label === 'Task');
  assert.ok(item && usual);
  // What is not said is plain text.
  assert.notEqual(item.insertTextFormat, InsertTextFormat.Snippet);
  assert.equal(textEdit(item).newText, plainText(usual));
});

test('the request for all starters says what a name is', () => {
  const { starters: all, name } = starters();
  assert.equal(all.length, Object.values(STARTERS).flat().length);
  const pattern = new RegExp(name.pattern);
  for (const { type, text, snippet } of all) {
    const own = /^name: (.*)$/m.exec(text)?.[1];
    assert.equal(own !== undefined && pattern.test(own), type !== 'profiles', text);
    assert.equal(/^name: (.*)$/m.test(snippet), type !== 'profiles', snippet);
  }
  assert.ok(!pattern.test('My run'));
});

table(
  'the name of a type and Enter in an empty file writes its starter',
  ['task', 'service', 'fleet', 'volume', 'gateway', 'preset'],
  (type) => {
    assert.match(afterEnter(`${type}$0`), new RegExp(`^type: ${type}\\n`));
  },
);

/** Whether an editor finds what is typed in a text: all letters in their order. */
function isFoundIn(typed: string, text: string): boolean {
  return new RegExp([...typed].join('.*')).test(text);
}

/** What an editor shows of the list that it asked for after the first letter. */
function foundBy(typed: string): readonly string[] {
  return filesIn(`${typed.charAt(0)}$0`)
    .filter(({ label, filterText = label }) => isFoundIn(typed, filterText))
    .map(({ label }) => label);
}

table(
  'a word that begins no word of a starter finds none',
  ['dist', 'spec', 'cuda', 'ray', 'torch', 'model', 'deep', 'nvidia'],
  (typed) => {
    assert.deepEqual(foundBy(typed), []);
  },
);

table(
  'each word of a starter finds it',
  [
    ['vllm', 'Service: vLLM'],
    ['runpod', 'Volume: RunPod'],
    ['nvcc', 'Dev environment: nvcc'],
    ['multi', 'Task: multi-node training'],
    ['multi-node', 'Task: multi-node training'],
    ['auto-sc', 'Service: auto-scaling'],
    ['train', 'Task: multi-node training'],
    ['gpus', 'Dev environment: several GPUs'],
  ] as const,
  ([typed, label]) => {
    assert.deepEqual(foundBy(typed), [label]);
    assert.deepEqual(
      filesIn(`${typed}$0`).map((item) => item.label),
      [label],
    );
  },
);
