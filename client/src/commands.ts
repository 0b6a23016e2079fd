import { commands, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** Registers what the command palette offers under "dstack:". */
export function registerCommands(client: LanguageClient): Disposable[] {
  return [
    commands.registerCommand('dstack.restartServer', () => restart(client)),
    commands.registerCommand('dstack.showOutput', () => client.outputChannel.show()),
  ];
}

/** Starts the server anew, also when it has not come up or has ended by itself. */
async function restart(client: LanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
