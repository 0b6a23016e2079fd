import {
  commands,
  Disposable,
  window,
  workspace,
  type ExtensionContext,
  type LanguageStatusItem,
  type TextDocument,
} from 'vscode';
import { registerAgentTools } from './agent-tools';
import { registerAsRead } from './as-read';
import { LanguageClient } from './client';
import { registerCommands } from './commands';
import { registerContinueLists } from './continue-lists';
import { registerKeyLeft } from './key-left';
import { registerLineLeft } from './line-left';
import { registerFiles } from './files';
import { followFiles } from './has-files';
import type { Host } from './host';
import { Log } from './log';
import { registerNavigation } from './navigation';
import { registerOffer } from './offer';
import { registerProblemPages } from './problem-pages';
import { registerReport } from './report';
import { registerSelectVersion } from './releases/dstack-version';
import { registerStatus } from './status';
import { registerTour } from './tour';
import { registerUpgrade } from './releases/upgrade';

let client: LanguageClient | undefined;

/** The API for other extensions and the tests, since VS Code does not expose status items. */
export interface Exports {
  readonly status: LanguageStatusItem;
}

/**
 * Starts the language server as soon as a dstack file is open: files of YAML only get an offer. Resolves when the server
 * is ready, if it is needed at once, and rejects when it does not start. Requests start it as well.
 */
export async function activateOn(context: ExtensionContext, host: Host): Promise<Exports> {
  const channel = window.createOutputChannel('dstack', { log: true });
  const log = new Log(channel);
  client = new LanguageClient(() => host.startServer(context, log.channel), log.channel);
  const [status, statusListeners] = registerStatus(client, log.channel);
  context.subscriptions.push(
    channel,
    ...registerCommands(client),
    ...registerNavigation(client),
    status,
    statusListeners,
    registerProblemPages(context.extensionUri),
    registerAsRead(client),
    registerAgentTools(client),
    registerSelectVersion(client),
    registerUpgrade(client),
    registerContinueLists(),
    registerKeyLeft(),
    registerLineLeft(client),
    registerFiles(client),
    registerReport(client, context.extension, log, host),
    registerOffer(context.workspaceState),
    registerTour(),
    registerLive(host, client, context, log.channel),
    followFiles(),
  );
  await startWhenNeeded(client, context);
  return { status };
}

/** Stops the language server and resolves when it has ended. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
  client = undefined;
}

function isDstack({ languageId }: TextDocument): boolean {
  return languageId === 'dstack';
}

async function startWhenNeeded(
  needed: LanguageClient,
  { subscriptions }: ExtensionContext,
): Promise<void> {
  if (workspace.textDocuments.some(isDstack)) return needed.start();
  const opening = workspace.onDidOpenTextDocument((document) => {
    if (!isDstack(document)) return;
    opening.dispose();
    void needed.start();
  });
  subscriptions.push(opening);
}

/** In a browser the commands of the connection to a dstack server are not offered. */
function registerLive(host: Host, ...needed: Parameters<NonNullable<Host['registerLive']>>) {
  void commands.executeCommand('setContext', 'dstack.inBrowser', !host.registerLive);
  return host.registerLive?.(...needed) ?? Disposable.from();
}
