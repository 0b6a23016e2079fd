import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
import type { LanguageClient } from './client';

/** What differs between the extension host of a desktop or remote VS Code, which is Node, and that of a browser. */
export interface Host {
  /** Starts a language server; what it writes besides messages goes to the log. */
  startServer(context: ExtensionContext, log: LogOutputChannel): Promise<MessageTransports>;
  /** Registers the connection to the user's own dstack server; absent in a browser, which does not reach one. */
  registerLive?(
    client: LanguageClient,
    context: ExtensionContext,
    log: LogOutputChannel,
  ): Disposable;
  /** The system and the processor, or `web`. */
  readonly platform: string;
  /** The version of Node. */
  readonly node?: string;
}
