import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { PullDiagnostics, PushDiagnostics, type DiagnosticsDelivery } from './diagnostics/delivery';
import { Analyses } from './documents';
import { environmentFor } from './environment';
import { extensionOptions } from './extension-options';
import { describe, FailureLog } from './failure-log';
import { serveCompletion } from './handlers/completion';
import { filesFor } from './client-files';
import { serveDocuments } from './handlers/documents';
import { serveAgents } from './handlers/agents';
import { serveLive } from './handlers/live';
import { serveNames } from './handlers/names';
import { serveReleases } from './handlers/releases';
import { serveSemanticTokens } from './handlers/semantic-tokens';
import { serveWorkspace } from './handlers/workspace';
import type { Host } from './host';
import { positionsIn } from './positions';
import { encodingFor } from './positions/encoding';
import { Refresh } from './refresh';
import { Releases } from './environment/releases';
import { isSameData } from './same-data';
import type { Session } from './session';
import { DEFAULT_SETTINGS, readSettings } from './settings';
import { createWorkspace, startWorkspace } from './workspace-connection';

/** Serves LSP on a connection, once a client has said what it can do. */
export function serve(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  { refusal, typedAt }: Pick<Session, 'refusal' | 'typedAt'>,
  host: Host,
): void {
  const releases = new Releases(() => session, extensionOptions(params).dstackVersion);
  const session: Session = {
    connection,
    documents,
    analyses: new Analyses((uri) => releases.environmentOf(uri)),
    releases,
    environment: environmentFor(params, host.pages),
    refusal,
    typedAt,
    settings: DEFAULT_SETTINGS,
    positions: positionsIn(encodingFor(params), () => session),
    refresh: new Refresh(connection, params.capabilities),
    failures: new FailureLog(connection.console),
    files: filesFor(host.disk, connection, params),
  };
  const workspace = createWorkspace(session, params);
  session.workspace = workspace;
  session.environment = { ...session.environment, workspace };
  const { diagnostic } = params.capabilities.textDocument ?? {};
  const delivery = diagnostic
    ? new PullDiagnostics(session, diagnostic.relatedDocumentSupport === true)
    : new PushDiagnostics(session);
  releases.onChange(() => {
    delivery.environmentChanged();
    session.refresh.of('inlayHint');
  });
  const loadSettings = followSettings(session, params, delivery);
  connection.onInitialized(() => {
    void loadSettings();
    workspace.changes.on(({ names }) => {
      if (!names) return;
      delivery.environmentChanged();
      session.refresh.of('codeLens');
    });
    startWorkspace(workspace, connection, params.capabilities);
  });
  documents.onDidClose(({ document }) => session.analyses.forget(document.uri));
  const memory = host.memory?.(documents);
  void workspace.ready.then(() => memory?.release());
  serveCompletion(session, params);
  serveDocuments(session);
  serveSemanticTokens(session);
  serveNames(session, params);
  serveWorkspace(session, params);
  serveReleases(session);
  serveLive(session, delivery);
  serveAgents(session);
  documents.listen(connection);
}

/** Reads the settings of the user whenever they change; the function that it returns reads them at the start. */
function followSettings(
  session: Session,
  { capabilities }: InitializeParams,
  delivery: DiagnosticsDelivery,
): () => Promise<void> {
  const { connection } = session;
  const load = async () => {
    if (capabilities.workspace?.configuration !== true) return;
    try {
      const settings = readSettings(await connection.workspace.getConfiguration('dstack'));
      if (isSameData(settings, session.settings)) return;
      session.settings = settings;
      session.environment = { ...session.environment, settings };
      delivery.environmentChanged();
      session.refresh.of('codeLens', 'inlayHint');
    } catch (error) {
      connection.console.error(`Settings could not be read: ${describe(error)}`);
    }
  };
  connection.onDidChangeConfiguration(() => void load());
  return load;
}
