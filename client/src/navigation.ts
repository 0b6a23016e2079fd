import { commands, env, l10n, Uri, window, type Disposable } from 'vscode';
import type { LanguageClient } from './client';

type Converter = LanguageClient['protocol2CodeConverter'];
type ProtocolPosition = Parameters<Converter['asPosition']>[0];
type ProtocolLocation = Parameters<Converter['asLocation']>[0];

/** The answer to our own request `dstack/checkWorkspace`. */
interface Checked {
  readonly configurations: number;
}

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
      window.setStatusBarMessage(l10n.t('Copied: {0}', line), 3000);
    }),
    commands.registerCommand('dstack.checkWorkspace', async () => {
      await commands.executeCommand('workbench.actions.view.problems');
      // VS Code requests the problems of all files by itself; this reads the files again first.
      const checked = await client.sendRequest<Checked | null>('dstack/checkWorkspace');
      if (!checked) return undefined;
      const count = checked.configurations;
      const message =
        count === 1 ? l10n.t('1 dstack file checked') : l10n.t('{0} dstack files checked', count);
      void window.showInformationMessage(message);
      return message;
    }),
  ];
}
