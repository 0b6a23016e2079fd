import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilitiesFor } from './capabilities';
import { PullDiagnostics, PushDiagnostics, type DiagnosticsDelivery } from './diagnostics';
import { Analyses } from './documents';
import { answer } from './guard';
import * as language from './language';
import { serveStructure } from './serve-structure';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';

/** What a session knows: its documents, their analyses and the client's settings. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  /** URI of the folder with a page for each problem code, where it is known. */
  readonly pages: string | undefined;
  settings: Settings;
}

/**
 * Wires LSP requests to the language service. It holds no logic of its own beyond that.
 *
 * @param pages URI of the folder with a page for each problem code
 */
export function serve(connection: Connection, pages?: string): void {
  const session: Session = {
    connection,
    documents: new TextDocuments(TextDocument),
    analyses: new Analyses(),
    pages,
    settings: DEFAULT_SETTINGS,
  };
  let delivery: DiagnosticsDelivery | undefined;
  let configurable = false;
  let snippets = false;

  connection.onInitialize((params) => {
    const { textDocument, workspace } = params.capabilities;
    configurable = workspace?.configuration === true;
    snippets = textDocument?.completion?.completionItem?.snippetSupport === true;
    delivery = textDocument?.diagnostic
      ? new PullDiagnostics(session, workspace?.diagnostics?.refreshSupport === true)
      : new PushDiagnostics(session);
    return { serverInfo: { name: 'dstack' }, capabilities: capabilitiesFor(params) };
  });

  connection.onInitialized(() => void loadSettings());
  connection.onDidChangeConfiguration(() => void loadSettings());

  async function loadSettings(): Promise<void> {
    if (!configurable) return;
    try {
      session.settings = readSettings(await connection.workspace.getConfiguration('dstack'));
      delivery?.settingsChanged();
    } catch (error) {
      connection.console.error(`Settings could not be read: ${String(error)}`);
    }
  }

  session.documents.onDidClose(({ document }) => session.analyses.forget(document.uri));

  connection.onCompletion(
    answer(
      session,
      (analysis, { position }) => language.completion(analysis, position, { snippets }),
      null,
    ),
  );
  connection.onHover(
    answer(session, (analysis, { position }) => language.hover(analysis, position), null),
  );

  serveStructure(session);
  session.documents.listen(connection);
}
