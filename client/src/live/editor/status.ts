import type { StatusBarItem } from 'vscode';
import { l10n, StatusBarAlignment, ThemeColor, window, type Disposable } from 'vscode';
import type { Session, State } from './session';

/** The item in the status bar: the project and its server. It is there only while connected. */
export class Status implements Disposable {
  readonly item: StatusBarItem;
  private readonly listener: Disposable;

  constructor(session: Session) {
    this.item = window.createStatusBarItem('dstack.live', StatusBarAlignment.Left, 10);
    this.item.name = l10n.t('dstack server');
    this.item.command = 'dstack.serverMenu';
    this.listener = session.onDidChange((state) => this.show(state));
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }

  private show({ connection, server, failure }: State): void {
    if (!connection || !server) {
      this.item.hide();
      return;
    }
    const { host } = new URL(connection.url);
    this.item.text = `$(${failure ? 'warning' : 'server'}) ${connection.project} @ ${host}`;
    this.item.tooltip = [
      l10n.t('dstack project {0} at {1}', connection.project, connection.url),
      ...(server.version === '' ? [] : [l10n.t('Server {0}', server.version)]),
      ...(failure ? [failure.message] : []),
      l10n.t('Click to switch project or disconnect'),
    ].join('\n');
    this.item.backgroundColor = failure
      ? new ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.item.show();
  }
}
