import {
  commands,
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import type { LanguageClient } from '../client';

/** The newest release of dstack that the running server knows; undefined while none runs. */
export function dstackVersion(client: LanguageClient): string | undefined {
  const experimental: unknown = client.initializeResult?.capabilities.experimental;
  const { dstackVersion: found } = (experimental ?? {}) as { readonly dstackVersion?: unknown };
  return typeof found === 'string' ? found : undefined;
}

/** The answer to `dstack/release`, see docs/lsp.md. */
export interface Release {
  readonly version: string;
  readonly source: string;
  readonly where?: string;
  readonly note?: string;
  readonly series: readonly string[];
}

/** The release that judges a document or a place, and why; null if the server has failed. */
export function releaseOf(
  client: LanguageClient,
  { uri }: Pick<TextDocument, 'uri'>,
): Promise<Release | null> {
  const textDocument = { uri: uri.toString() };
  return client.sendRequest<Release | null>('dstack/release', { textDocument });
}

/** The release that judges the file in the active editor, else a new file in the workspace. */
export function releaseHere(client: LanguageClient): Promise<Release | null> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === 'dstack') return releaseOf(client, document);
  const [folder] = workspace.workspaceFolders ?? [];
  const uri = folder ? Uri.joinPath(folder.uri, '.dstack.yml') : Uri.parse('untitled:.dstack.yml');
  return releaseOf(client, { uri });
}

/** Lets the user pick a release: the label of an item, or what is typed for another one; undefined if cancelled. */
export async function pickVersion(
  title: string,
  items: readonly QuickPickItem[],
  value = '',
): Promise<string | undefined> {
  const other = { label: l10n.t('Another Version...') };
  const picked = await window.showQuickPick([...items, other], { title });
  if (picked !== other) return picked?.label;
  return window.showInputBox({ title, value, validateInput: whyNoVersion });
}

function whyNoVersion(text: string): string | undefined {
  return /^v?\d+\.\d+(?:\.\d+)?$/.test(text.trim())
    ? undefined
    : l10n.t('A version such as 0.20 or 0.20.29');
}

/** A series of releases, such as `0.20`. */
export function seriesItem(label: string): QuickPickItem {
  return { label, description: l10n.t('the last of its releases') };
}

/** The command that chooses the release: it writes the setting `dstack.version`. */
export function registerSelectVersion(client: LanguageClient): Disposable {
  return commands.registerCommand('dstack.selectVersion', () => selectVersion(client));
}

async function selectVersion(client: LanguageClient): Promise<void> {
  const release = await releaseHere(client);
  const title = l10n.t('The Version of dstack That Files Are Checked Against');
  const auto = {
    label: l10n.t('What the Project Says'),
    description: l10n.t('a comment, the connected server, a pinned version, or the newest'),
  };
  const items = [auto, ...(release?.series ?? []).map(seriesItem)];
  const version = await pickVersion(title, items, release?.version);
  if (version === undefined) return;
  const value = version === auto.label ? undefined : version.trim();
  await workspace.getConfiguration('dstack').update('version', value);
  if (release?.source === 'comment') sayThatCommentDecides(release);
}

/** The setting is written, and judges other files: without a word, nothing would seem to happen to this one. */
function sayThatCommentDecides({ version }: Release): void {
  void window.showInformationMessage(
    l10n.t(
      'This file is still checked against dstack {0}: its comment comes before the setting. Change or remove the comment to use the setting.',
      version,
    ),
  );
}
