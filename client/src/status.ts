import { Disposable, languages, type LanguageStatusItem, type LogOutputChannel } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { dstackVersion } from './dstack-version';

export type Status = readonly [LanguageStatusItem, Disposable];

/**
 * The entry under `{}` in the status bar: the release of dstack that files are checked against, and the number of files.
 * The same is written to the log.
 */
export function registerStatus(client: LanguageClient, log: LogOutputChannel): Status {
  const item = languages.createLanguageStatusItem('dstack', { language: 'dstack' });
  item.name = 'dstack';
  item.command = { title: 'Show Output', command: 'dstack.showOutput' };
  const show = (state: State) => {
    item.busy = state === State.Starting;
    item.text = stateText(client);
    if (state !== State.Starting) log.info(item.text);
  };
  item.text = stateText(client);
  let found: number | undefined;
  const listeners = Disposable.from(
    client.onDidChangeState(({ newState }) => show(newState)),
    client.onNotification('dstack/status', ({ configurations }: { configurations: number }) => {
      item.detail = dstackFiles(configurations);
      if (configurations !== found) log.info(`dstack files found: ${configurations}`);
      found = configurations;
    }),
  );
  return [item, listeners];
}

/** A number of files in words. */
export function dstackFiles(count: number): string {
  return count === 1 ? '1 dstack file' : `${count} dstack files`;
}

function stateText(client: LanguageClient): string {
  const version = dstackVersion(client);
  return version === undefined ? 'dstack: not running' : `Checked against dstack ${version}`;
}
