import { EventEmitter, workspace, type LogOutputChannel } from 'vscode';
import {
  BaseLanguageClient,
  RevealOutputChannelOn,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/** The schemes in which a user edits files, and `git`, which has the old side of a comparison. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'git'];

const OPTIONS: LanguageClientOptions = {
  diagnosticCollectionName: 'dstack',
  revealOutputChannelOn: RevealOutputChannelOn.Never,
  synchronize: { configurationSection: 'dstack' },
  // Differences from other clients: the commands of navigation.ts, the notification of status.ts, VS Code's list of
  // suggestions, and the request of files.ts.
  initializationOptions: { commands: true, status: true, keepsOldList: true, files: true },
};

/**
 * The client of the language server that `connect` starts. Its id is the prefix of its setting `dstack.trace.server`. It
 * needs nothing of Node: the same code runs in every extension host.
 */
export class LanguageClient extends BaseLanguageClient {
  /** Fires when the server has got other facts of a dstack server: they decide the release of files. */
  readonly factsChanged = new EventEmitter<void>();

  constructor(
    private readonly connect: () => Promise<MessageTransports>,
    outputChannel: LogOutputChannel,
  ) {
    super('dstack', 'dstack', { ...OPTIONS, documentSelector: documentSelector(), outputChannel });
  }

  protected override createMessageTransports(): Promise<MessageTransports> {
    return this.connect();
  }
}

/** Files may also be where the folders of the workspace are, such as in a repository on the web. */
function documentSelector() {
  const ofFolders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = [...new Set([...SCHEMES, ...ofFolders])];
  return schemes.map((scheme) => ({ language: 'dstack', scheme }));
}
