import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const EXTENSION = 'dstack-editor.dstack';

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION);
  assert.ok(found, `${EXTENSION} is not installed`);
  return found;
}

/** A file of the workspace that the runner has opened. */
export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/**
 * The dstack files of a folder, by default of the workspace. VS Code itself cannot search file systems of extensions in a
 * browser.
 */
export async function configurations(folder = inWorkspace('')): Promise<readonly vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const found = entries.map(async ([name, type]) => {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) return configurations(uri);
    return /\.dstack\.ya?ml$|\/\.dstack\/profiles\.ya?ml$/.test(uri.path) ? [uri] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Writes a file and shows it; the cursor stands at `$0`, which is taken out of the text. */
export async function openFile(path: string, marked: string): Promise<vscode.TextEditor> {
  const uri = inWorkspace(path);
  const cursor = marked.indexOf('$0');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(marked.replace('$0', '')));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(Math.max(cursor, 0));
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** The text of an editor with `$0` where its cursor stands. */
export function textWithCursor({ document, selection }: vscode.TextEditor): string {
  const text = document.getText();
  const cursor = document.offsetAt(selection.active);
  return `${text.slice(0, cursor)}$0${text.slice(cursor)}`;
}

/** Asks `question` until it has an answer that `accepts`. Fails after 20 seconds with the last answer. */
export async function eventually<T>(
  what: string,
  question: () => T | Thenable<T>,
  accepts: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await question();
    if (accepts(answer)) return answer;
    if (Date.now() > end) assert.fail(`${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The problems of a file in VS Code's words, e.g. `1:0-8 error unknown-key`. */
export function problems(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ range, severity, code, source }) => {
    const { start, end } = range;
    const where = `${start.line}:${start.character}-${end.character}`;
    const name = typeof code === 'object' ? code.value : code;
    return `${where} ${vscode.DiagnosticSeverity[severity].toLowerCase()} ${source}(${name})`;
  });
}

export function hasAny(found: readonly string[]): boolean {
  return found.length > 0;
}

export function isEmpty(found: readonly string[]): boolean {
  return found.length === 0;
}

/** Whether there are hints at most, such as that another file of the tests has the same name. */
export function isFine(found: readonly string[]): boolean {
  return found.every((problem) => problem.includes(' hint '));
}

/** What is offered at the cursor, of one kind if given. */
export async function completionLabels(
  editor: vscode.TextEditor,
  kind?: vscode.CompletionItemKind,
): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return list.items
    .filter((item) => kind === undefined || item.kind === kind)
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Opens the list of suggestions as a user does, takes the first, and waits for the text that it makes. */
export async function acceptSuggestion(editor: vscode.TextEditor, text: RegExp): Promise<void> {
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await eventually(
    'text',
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText();
    },
    (found) => text.test(found),
  );
}

export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Does something while a setting of the editor has a value for dstack files, as a user sets it under `[dstack]`. */
export async function withEditorSetting(
  name: string,
  value: unknown,
  body: () => Promise<void>,
): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace
      .getConfiguration('editor', { languageId: 'dstack' })
      .update(name, to, vscode.ConfigurationTarget.Workspace, true);
  await set(value);
  try {
    await body();
  } finally {
    await set(undefined);
  }
}
