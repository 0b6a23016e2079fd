import { commands, type Disposable } from 'vscode';
import type { LanguageClient } from './client';
import { newConfiguration } from './new-configuration';

/** Registers what the command palette and the menus offer. */
export function registerCommands(client: LanguageClient): Disposable[] {
  const create = (folder?: unknown) => newConfiguration(client, folder);
  return [
    commands.registerCommand('dstack.newConfiguration', create),
    // The same command, with a title for menus that do not show the category "dstack:".
    commands.registerCommand('dstack.newConfigurationInFolder', create),
    commands.registerCommand('dstack.restartServer', () => restart(client)),
    commands.registerCommand('dstack.showOutput', () => client.outputChannel.show()),
  ];
}

/** Restarts the server, even if it failed to start or crashed. */
async function restart(client: LanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
