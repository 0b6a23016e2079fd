import type { LogOutputChannel } from 'vscode';
import {
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';

/** The schemes in which a user edits files, and `git`, which has the old side of a comparison. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'git'];

const OPTIONS: LanguageClientOptions = {
  documentSelector: SCHEMES.map((scheme) => ({ language: 'dstack', scheme })),
  diagnosticCollectionName: 'dstack',
  revealOutputChannelOn: RevealOutputChannelOn.Never,
  synchronize: { configurationSection: 'dstack' },
  // Differences from other clients: the commands of navigation.ts, the notification of status.ts, and VS Code's list of
  // suggestions.
  initializationOptions: { commands: true, status: true, keepsOldList: true },
};

/**
 * The client of the language server at `serverModule`, which runs in its own Node process and communicates over Node's
 * IPC. The client's id is the prefix of its setting `dstack.trace.server`.
 */
export function createClient(
  serverModule: string,
  outputChannel: LogOutputChannel,
): LanguageClient {
  const server = { module: serverModule, transport: TransportKind.ipc };
  return new LanguageClient('dstack', 'dstack', server, { ...OPTIONS, outputChannel });
}
