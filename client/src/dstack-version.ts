import { commands, window, workspace, type Disposable, type TextDocument } from 'vscode';
import type { LanguageClient } from './client';

/** The newest release of dstack that the running server knows; undefined while none runs. */
export function dstackVersion(client: LanguageClient): string | undefined {
  const experimental: unknown = client.initializeResult?.capabilities.experimental;
  const { dstackVersion: found } = (experimental ?? {}) as { readonly dstackVersion?: unknown };
  return typeof found === 'string' ? found : undefined;
}

/** The answer to `dstack/release`, see docs/lsp.md. */
export interface Release {
  readonly version: string;
  readonly where?: string;
  readonly note?: string;
  readonly series: readonly string[];
}

/** The release that judges a document, and why; null if the server does not have the document. */
export function releaseOf(client: LanguageClient, { uri }: TextDocument): Promise<Release | null> {
  const textDocument = { uri: uri.toString() };
  return client.sendRequest<Release | null>('dstack/release', { textDocument });
}

const AUTO = 'What the Project Says';
const OTHER = 'Another Version...';

/** The command that chooses the release: it writes the setting `dstack.version`. */
export function registerSelectVersion(client: LanguageClient): Disposable {
  return commands.registerCommand('dstack.selectVersion', () => selectVersion(client));
}

async function selectVersion(client: LanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  const release = document?.languageId === 'dstack' ? await releaseOf(client, document) : null;
  const items = [
    {
      label: AUTO,
      description: 'a comment, the connected server, a pinned version, or the newest',
    },
    ...(release?.series ?? []).map((label) => ({ label, description: 'the last of its releases' })),
    { label: OTHER, description: '' },
  ];
  const title = 'The Version of dstack That Files Are Checked Against';
  const picked = await window.showQuickPick(items, { title });
  const version =
    picked?.label === OTHER
      ? await window.showInputBox({ title, value: release?.version ?? '' })
      : picked?.label;
  if (version === undefined) return;
  const value = version === AUTO ? undefined : version;
  await workspace.getConfiguration('dstack').update('version', value);
}
