import { Disposable, languages, type LanguageStatusItem } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { dstackVersion } from './dstack-version';

export type Status = readonly [LanguageStatusItem, Disposable];

/** The entry under `{}` in the status bar: the checked dstack release, and the number of configurations. */
export function registerStatus(client: LanguageClient): Status {
  const item = languages.createLanguageStatusItem('dstack', { language: 'dstack' });
  item.name = 'dstack';
  item.command = { title: 'Show Output', command: 'dstack.showOutput' };
  const showVersion = () => {
    const version = dstackVersion(client);
    item.text = version === undefined ? 'dstack: not running' : `dstack ${version}`;
  };
  showVersion();
  const listeners = Disposable.from(
    client.onDidChangeState(({ newState }) => {
      item.busy = newState === State.Starting;
      showVersion();
    }),
    client.onNotification('dstack/status', ({ configurations }: { configurations: number }) => {
      item.detail = configurations === 1 ? '1 configuration' : `${configurations} configurations`;
    }),
  );
  return [item, listeners];
}
