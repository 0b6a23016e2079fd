// Searches everything that VS Code and the extension have written, kept and sent for what must not be there.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The checks, by name. `data` is the folder of the VS Code server, `traffic` the record of the language server; `secrets`
 * has the `tokens`, the value of `env` of a `run` of the server, and that of the open `file`. Each place is also searched
 * for something that must be there: else it would not be known whether it is the right place.
 */
export async function leaks({ window, data, traffic, secrets }) {
  const foreign = [...secrets.tokens, secrets.run];
  const report = await reportOf(window);
  const files = filesBelow(data);
  const messages = messagesIn(traffic);
  return [
    ['logs and files of VS Code have no token and no value of env', () => inFiles(files, foreign)],
    ['a report has none', () => without(report, [...foreign, secrets.file])],
    ['the traffic of the language server has none', () => inTraffic(messages, foreign, secrets)],
  ];
}

function without(text, secrets) {
  for (const secret of secrets) assert.ok(!text.includes(secret), `a secret is in ${text}`);
}

function inFiles(files, secrets) {
  const all = files.map((path) => [path, readFileSync(path, 'latin1')]);
  const isIn = (text) => all.some(([, content]) => content.includes(text));
  assert.ok(isIn('POST /api/project/main/fleets/list 200'), 'no log of the requests');
  assert.ok(isIn("Sending notification 'dstack/liveFacts'"), 'no trace');
  for (const [path, content] of all)
    for (const secret of secrets) assert.ok(!content.includes(secret), `a secret is in ${path}`);
}

/** The client gives the language server the text of the file, so most answers may quote it; not those for the server. */
function inTraffic(messages, foreign, { file }) {
  const ofMethod = (method) => messages.filter(({ message }) => message.method === method);
  const facts = ofMethod('dstack/liveFacts');
  const asked = ofMethod('dstack/planInput').map(idOf);
  const inputs = messages.filter(
    (one) => one.from === 'server' && !one.message.method && asked.includes(idOf(one)),
  );
  assert.ok(facts.length > 0, 'no facts');
  assert.ok(
    inputs.some(({ message }) => message.result?.type === 'task'),
    'no plan was asked for',
  );
  assert.ok(JSON.stringify(ofMethod('textDocument/didOpen')).includes(file), 'no text of the file');
  for (const one of messages) without(JSON.stringify(one), foreign);
  for (const one of [...facts, ...inputs]) without(JSON.stringify(one), [file]);
}

/** Each process of the server counts from the beginning, and so does it for requests of its own. */
function idOf({ pid, message }) {
  return message.id === undefined ? undefined : `${pid} ${message.id}`;
}

function messagesIn(traffic) {
  const lines = readFileSync(traffic, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** What a workbench in a browser keeps, such as the state of extensions. */
export function keptIn(page) {
  return page.evaluate(async () => {
    const promise = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
      const database = await promise(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = await promise(database.transaction(store).objectStore(store).getAll());
        found.push(
          ...all.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
        );
      }
      database.close();
    }
    return found.join('\n').replaceAll('\\', '');
  });
}

async function reportOf({ host }) {
  await host.start('dstack.reportProblem');
  return host.until('a report', (vscode) => {
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    return text.includes('## Versions') && text;
  });
}
