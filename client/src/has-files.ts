import { commands, workspace, type Disposable } from 'vscode';

/** Names of dstack's files, for VS Code. */
const PATTERN = '**/*.dstack.{yml,yaml}';

/** Keeps the context key `dstack.hasFiles`: menus of folders offer a new configuration only where there are some. */
export function followFiles(): Disposable {
  const look = async () => {
    const [first] = await workspace.findFiles(PATTERN, undefined, 1);
    await commands.executeCommand('setContext', 'dstack.hasFiles', first !== undefined);
  };
  const watcher = workspace.createFileSystemWatcher(PATTERN, false, true);
  watcher.onDidCreate(() => void look());
  watcher.onDidDelete(() => void look());
  void look();
  return watcher;
}
