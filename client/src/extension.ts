import { window, type ExtensionContext, type LanguageStatusItem } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerAsRead } from './as-read';
import { createClient } from './client';
import { registerCommands } from './commands';
import { registerContinueLists } from './continue-lists';
import { registerLineLeft } from './line-left';
import { Log } from './log';
import { registerNavigation } from './navigation';
import { registerProblemPages } from './problem-pages';
import { registerReport } from './report';
import { registerStatus } from './status';

let client: LanguageClient | undefined;

/** The API for other extensions and the tests, since VS Code does not expose status items. */
export interface Exports {
  readonly status: LanguageStatusItem;
}

/** Starts the language server. Resolves when it is ready, rejects when it does not start. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  const channel = window.createOutputChannel('dstack', { log: true });
  const log = new Log(channel);
  client = createClient(context.asAbsolutePath('dist/server.js'), log.channel);
  const [status, statusListeners] = registerStatus(client, log.channel);
  context.subscriptions.push(
    channel,
    ...registerCommands(client),
    ...registerNavigation(client),
    status,
    statusListeners,
    registerProblemPages(context.extensionUri),
    registerAsRead(client),
    registerContinueLists(),
    registerLineLeft(client),
    registerReport(client, context.extension, log),
  );
  await client.start();
  return { status };
}

/** Stops the language server and resolves when it has ended. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
  client = undefined;
}
