import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { table } from '../support/table';

const uri = 'file:///work/.dstack.yml';

/** A file, and the position at which completion is asked for. */
const PLACES = {
  'a key': ['type: task\nre', 1, 2],
  'a value': ['type: task\nspot_policy: ', 1, 13],
  'the middle of a value': ['type: task\nresources:\n  gpu: A1:80GB:2', 2, 9],
  'a variable': ['type: task\nenv: [A=1]\ncommands:\n  - echo $', 3, 10],
  'an empty file': ['', 0, 0],
} as const;

async function listFrom(
  [text, line, character]: readonly [string, number, number],
  itemDefaults: unknown,
): Promise<CompletionList> {
  const client = await TestClient.start({
    textDocument: {
      completion: {
        completionItem: { snippetSupport: true },
        // A client may announce anything.
        completionList: { itemDefaults: itemDefaults as string[] },
      },
    },
  });
  await client.open(uri, text);
  const params = { textDocument: { uri }, position: { line, character } };
  const list: CompletionList = await client.connection.sendRequest(
    'textDocument/completion',
    params,
  );
  client.dispose();
  return list;
}

/** The items as a client reads them. */
function read({ items, itemDefaults = {} }: CompletionList): CompletionItem[] {
  const { editRange, insertTextMode } = itemDefaults;
  return items.map(({ textEditText, ...item }) => {
    if (item.textEdit || !editRange) return item;
    assert.ok('start' in editRange);
    const textEdit = { newText: textEditText ?? item.label, range: editRange };
    return { ...(insertTextMode && { insertTextMode }), ...item, textEdit };
  });
}

const WITH_DEFAULTS = ['commitCharacters', 'editRange', 'insertTextMode', 'data'];

table('what items have in common is written once', Object.keys(PLACES), async (name) => {
  const place = PLACES[name as keyof typeof PLACES];
  const whole = await listFrom(place, undefined);
  const short = await listFrom(place, WITH_DEFAULTS);
  assert.equal(whole.itemDefaults, undefined);
  assert.deepEqual(read(short), whole.items);
  assert.ok(short.items.some(({ textEdit }) => !textEdit));
});

test('a list is much shorter then', async () => {
  const lengthOf = ({ items }: CompletionList) =>
    JSON.stringify(items.map(({ documentation: _, ...item }) => item)).length;
  const whole = await listFrom(PLACES['a key'], undefined);
  assert.ok(lengthOf(await listFrom(PLACES['a key'], WITH_DEFAULTS)) < lengthOf(whole) / 2);
});

table(
  'other clients get whole items',
  [['insertTextMode'], ['editRange'], [], 'editRange,insertTextMode', { 0: 'editRange' }, null, 7],
  async (itemDefaults) => {
    const list = await listFrom(PLACES['a key'], itemDefaults);
    assert.equal(list.itemDefaults, undefined);
    assert.ok(list.items.every(({ textEdit }) => textEdit));
  },
);
