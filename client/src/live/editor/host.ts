import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { LanguageClient } from '../../client';

/** What the extension gives to the part that talks to a server. */
export interface Host {
  readonly client: LanguageClient;
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
}
