import { commands, env, Uri, window, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

type Converter = LanguageClient['protocol2CodeConverter'];
type ProtocolPosition = Parameters<Converter['asPosition']>[0];
type ProtocolLocation = Parameters<Converter['asLocation']>[0];

/** Registers the commands of the server's code lenses, and the check of the whole workspace. */
export function registerNavigation(client: LanguageClient): Disposable[] {
  return [
    commands.registerCommand(
      'dstack.showReferences',
      (uri: string, position: ProtocolPosition, locations: readonly ProtocolLocation[]) => {
        const { protocol2CodeConverter: converter } = client;
        return commands.executeCommand(
          'editor.action.showReferences',
          Uri.parse(uri),
          converter.asPosition(position),
          locations.map((location) => converter.asLocation(location)),
        );
      },
    ),
    commands.registerCommand('dstack.copyApplyCommand', async (line: string) => {
      await env.clipboard.writeText(line);
      window.setStatusBarMessage(`Copied: ${line}`, 3000);
    }),
    commands.registerCommand('dstack.checkWorkspace', async () => {
      await commands.executeCommand('workbench.actions.view.problems');
      // VS Code requests the problems of all files by itself; this reads the files again first.
      await client.sendRequest('dstack/checkWorkspace');
    }),
  ];
}
