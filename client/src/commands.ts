import { commands, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { newConfiguration } from './new-configuration';

/** Registers what the command palette and the menus offer. */
export function registerCommands(client: LanguageClient): Disposable[] {
  const create = (folder?: unknown) => newConfiguration(client, folder);
  return [
    commands.registerCommand('dstack.newConfiguration', create),
    // The same under the name that it needs where nothing says "dstack:" in front of it.
    commands.registerCommand('dstack.newConfigurationInFolder', create),
    commands.registerCommand('dstack.restartServer', () => restart(client)),
    commands.registerCommand('dstack.showOutput', () => client.outputChannel.show()),
  ];
}

/** Starts the server anew, also when it has not come up or has ended by itself. */
async function restart(client: LanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
