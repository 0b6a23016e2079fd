import {
  Disposable,
  l10n,
  languages,
  window,
  workspace,
  type LanguageStatusItem,
  type LogOutputChannel,
} from 'vscode';
import { State } from 'vscode-languageclient/browser';
import type { LanguageClient } from './client';
import { dstackVersion, releaseOf } from './releases/dstack-version';

export type Status = readonly [LanguageStatusItem, Disposable];

/** Milliseconds after a change of a text until its release is asked for again: a comment may name it. */
const PAUSE = 500;

/**
 * The entry under `{}` in the status bar: the release of dstack that the file is checked against and where that is said,
 * and the number of files. Its command changes the release. The release is written to the log as well.
 */
export function registerStatus(client: LanguageClient, log: LogOutputChannel): Status {
  const item = languages.createLanguageStatusItem('dstack', { language: 'dstack' });
  item.name = 'dstack';
  item.command = { title: l10n.t('Select Version'), command: 'dstack.selectVersion' };
  const text = new StatusText(client, item);
  const show = (state: State) => {
    item.busy = state === State.Starting;
    text.showNewest();
    if (state !== State.Starting) log.info(logLine(dstackVersion(client)));
    text.later();
  };
  text.showNewest();
  let found: number | undefined;
  const listeners = Disposable.from(
    text,
    client.onDidChangeState(({ newState }) => show(newState)),
    client.factsChanged.event(() => text.later()),
    client.onNotification('dstack/status', ({ configurations }: { configurations: number }) => {
      item.detail =
        configurations === 1 ? l10n.t('1 dstack file') : l10n.t('{0} dstack files', configurations);
      if (configurations !== found) log.info(`dstack files found: ${configurations}`);
      found = configurations;
      text.later();
    }),
  );
  return [item, listeners];
}

/** Keeps the text of the entry, which is about the file in the active editor. */
class StatusText implements Disposable {
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners: Disposable;

  constructor(
    private readonly client: LanguageClient,
    private readonly item: LanguageStatusItem,
  ) {
    this.listeners = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.later()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) this.later();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('dstack.version')) this.later();
      }),
    );
  }

  showNewest(): void {
    const version = dstackVersion(this.client);
    this.item.text =
      version === undefined
        ? l10n.t('dstack: not running')
        : l10n.t('Checked against dstack {0}', version);
  }

  later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show(), PAUSE);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.dispose();
  }

  private async show(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'dstack' || !this.client.isRunning()) return;
    const release = await releaseOf(this.client, document).catch(() => null);
    if (!release) return;
    const { version, where, note } = release;
    this.item.text =
      where === undefined
        ? l10n.t('Checked against dstack {0}', version)
        : l10n.t('Checked against dstack {0} ({1})', version, where);
    if (note !== undefined) this.item.detail = note;
  }
}

/** In English, as a report has it (`known-lines.ts`). */
function logLine(version: string | undefined): string {
  return version === undefined ? 'dstack: not running' : `Checked against dstack ${version}`;
}
