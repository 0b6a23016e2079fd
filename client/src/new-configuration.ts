import {
  l10n,
  QuickPickItemKind,
  SnippetString,
  Uri,
  window,
  workspace,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import type { LanguageClient } from './client';

/** The answer to our own request `dstack/starters`. */
interface Starters {
  readonly starters: readonly Starter[];
  readonly name: { readonly pattern: string; readonly rule: string };
}

interface Starter {
  readonly type: string;
  readonly label: string;
  readonly description: string;
  readonly snippet: string;
}

const PROFILES = '.dstack/profiles.yml';

/** The line of a starter that has its name, and the proposed name. */
const NAME_LINE = /^name: \$\{1:(.*)\}\n/m;

/**
 * The command "dstack: New Configuration": asks for a template and a name, and opens a file that is not saved yet, in
 * `folder` or else in the workspace. No existing file is overwritten.
 */
export async function newConfiguration(client: LanguageClient, folder?: unknown): Promise<void> {
  const { starters, name } = await client.sendRequest<Starters>('dstack/starters');
  const starter = await pickStarter(starters);
  if (!starter) return;
  const proposed = NAME_LINE.exec(starter.snippet)?.[1];
  const chosen = proposed === undefined ? '' : await askName(proposed, name);
  if (chosen === undefined) return;
  const parent = folder instanceof Uri ? folder : await pickFolder();
  const document =
    proposed === undefined ? await profiles(parent) : await configuration(parent, chosen);
  const editor = await window.showTextDocument(document, { preview: false });
  if (document.getText() !== '') return;
  const nameLine = chosen === '' ? '' : `name: ${chosen}\n`;
  await editor.insertSnippet(new SnippetString(starter.snippet.replace(NAME_LINE, nameLine)));
}

type StarterItem = QuickPickItem & { readonly starter?: Starter };

/** Lets the user choose a starter: the usual one of each type first, then the variants. */
async function pickStarter(starters: readonly Starter[]): Promise<Starter | undefined> {
  const isUsual = (starter: Starter) =>
    starter === starters.find(({ type }) => type === starter.type);
  const usual = starters.filter(isUsual);
  const variants = starters.filter((starter) => !isUsual(starter));
  const items = [
    ...usual.map(toItem),
    ...variants.flatMap((starter, index): StarterItem[] => {
      const { type } = starter;
      if (variants[index - 1]?.type === type) return [toItem(starter)];
      return [{ label: type, kind: QuickPickItemKind.Separator }, toItem(starter)];
    }),
  ];
  const options = {
    title: l10n.t('New dstack Configuration'),
    placeHolder: l10n.t('Select a template'),
    matchOnDetail: true,
  };
  return (await window.showQuickPick(items, options))?.starter;
}

function toItem(starter: Starter): StarterItem {
  return { label: starter.label, detail: starter.description, starter };
}

/** A name, '' for none, undefined if the user cancels. */
function askName(value: string, { pattern, rule }: Starters['name']): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('New dstack Configuration'),
    prompt: l10n.t('Name of the configuration (leave empty to let dstack generate one)'),
    value,
    validateInput: (text) =>
      text === '' || new RegExp(pattern).test(text) ? undefined : l10n.t('Use {0}.', rule),
  });
}

async function pickFolder(): Promise<Uri | undefined> {
  const [first, second] = workspace.workspaceFolders ?? [];
  return second ? (await window.showWorkspaceFolderPick())?.uri : first?.uri;
}

/** The profiles of a folder are one file: if it exists, it is opened. */
async function profiles(parent: Uri | undefined): Promise<TextDocument> {
  const file = parent && Uri.joinPath(parent, PROFILES);
  return (await existing(file)) ?? unsaved(file);
}

/** `NAME.dstack.yml`, or `NAME-2.dstack.yml` and so on if it exists. */
async function configuration(parent: Uri | undefined, name: string): Promise<TextDocument> {
  for (let number = 1; ; number++) {
    const words = [name, number > 1 ? String(number) : ''].filter((word) => word !== '');
    const file = parent && Uri.joinPath(parent, `${words.join('-')}.dstack.yml`);
    if (!(await existing(file))) return unsaved(file);
  }
}

/** The document of an existing file, saved or not. */
async function existing(file: Uri | undefined): Promise<TextDocument | undefined> {
  if (!file) return undefined;
  const open = workspace.textDocuments.find(({ uri }) => uri.path === file.path);
  if (open) return open;
  try {
    return await workspace.openTextDocument(file);
  } catch {
    return undefined;
  }
}

/** A new document that Save writes to `file`, or to a place that the user is asked for. */
function unsaved(file: Uri | undefined): Thenable<TextDocument> {
  // For other files the path alone does not identify their place.
  return file?.scheme === 'file'
    ? workspace.openTextDocument(file.with({ scheme: 'untitled' }))
    : workspace.openTextDocument({ language: 'dstack' });
}
