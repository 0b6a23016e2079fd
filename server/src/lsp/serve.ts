import type {
  Connection,
  InitializeParams,
  Position,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isDeepStrictEqual } from 'node:util';
import { PullDiagnostics, PushDiagnostics } from './diagnostics';
import { Analyses } from './documents';
import { extensionOptions } from './extension-options';
import { describe, FailureLog } from './failure-log';
import { answer, guarded } from './guard';
import { hurry } from './time-budget';
import { IdleMemory } from './idle-memory';
import * as language from '../language';
import { serveNavigation } from './serve-navigation';
import { serveStructure } from './serve-structure';
import { createWorkspace, startWorkspace } from './workspace-connection';
import type { DiskWorkspace } from '../disk/workspace';
import { Refresh } from './refresh';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';

/** Milliseconds for trying what could be done: in a file of tens of thousands of lines each attempt takes a while. */
const CODE_ACTION_TIME = 400;

/** Names of the error codes of LSP. */
export type RefusalCode = 'RequestFailed' | 'RequestCancelled' | 'InvalidParams' | 'InvalidRequest';

/** An answer that is an error, to a request of any kind. */
export type Refusal = ResponseError<never>;

/** What a session knows: its documents, their analyses and the client's settings. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  /** Everything besides the documents' texts that answers depend on. It is replaced as a whole. */
  environment: language.Environment;
  /**
   * Makes the answer to a request that is refused, with what the user is told. It comes from where the connection is
   * made, which knows errors of its own kind only.
   */
  readonly refusal: (message: string, code?: RefusalCode) => Refusal;
  /** The end of a document's last change, if it was typed; known where documents are changed. */
  readonly typedAt: (document: TextDocument) => Position | undefined;
  readonly refresh: Refresh;
  /** Tells the client's log of what has thrown. */
  readonly failures: FailureLog;
  settings: Settings;
  workspace?: DiskWorkspace;
}

/**
 * Wires LSP requests to the language service, once a client has said what it can do. It holds no logic of its own
 * beyond that.
 *
 * @param pages URI of the folder with a page for each problem code
 */
export function serve(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  { refusal, typedAt }: Pick<Session, 'refusal' | 'typedAt'>,
  pages?: string,
): void {
  const session: Session = {
    connection,
    documents,
    analyses: new Analyses(() => session.environment),
    environment: language.environmentOf({ now: Date.now, client: abilitiesOf(params, pages) }),
    refusal,
    typedAt,
    settings: DEFAULT_SETTINGS,
    refresh: new Refresh(connection, params.capabilities),
    failures: new FailureLog(connection.console),
  };
  const { textDocument, workspace } = params.capabilities;
  const configurable = workspace?.configuration === true;
  session.workspace = createWorkspace(session, params);
  session.environment = { ...session.environment, workspace: session.workspace };
  const delivery = textDocument?.diagnostic
    ? new PullDiagnostics(session, textDocument.diagnostic.relatedDocumentSupport === true)
    : new PushDiagnostics(session);
  serveNavigation(session, params);

  connection.onInitialized(() => {
    void loadSettings();
    session.workspace?.changes.on(({ names }) => {
      if (!names) return;
      delivery.environmentChanged();
      session.refresh.of('codeLens');
    });
    if (session.workspace) startWorkspace(session.workspace, connection, params.capabilities);
  });
  connection.onDidChangeConfiguration(() => void loadSettings());

  async function loadSettings(): Promise<void> {
    if (!configurable) return;
    try {
      const settings = readSettings(await connection.workspace.getConfiguration('dstack'));
      if (isDeepStrictEqual(settings, session.settings)) return;
      session.settings = settings;
      session.environment = { ...session.environment, settings };
      delivery.environmentChanged();
      session.refresh.of('codeLens', 'inlayHint');
    } catch (error) {
      connection.console.error(`Settings could not be read: ${describe(error)}`);
    }
  }

  documents.onDidClose(({ document }) => session.analyses.forget(document.uri));
  const memory = new IdleMemory(documents);
  void session.workspace.ready.then(() => memory.release());

  connection.onCompletion(answer(session, 'textDocument/completion', language.completion, null));
  connection.onHover(answer(session, 'textDocument/hover', language.hover, null));

  connection.onSignatureHelp(
    answer(session, 'textDocument/signatureHelp', language.signatureHelp, null),
  );

  connection.onCodeAction(
    answer(
      session,
      'textDocument/codeAction',
      (analysis, { range, context, textDocument }, start) => {
        const version = session.documents.get(textDocument.uri)?.version ?? null;
        return language.codeActions(analysis, {
          range,
          context,
          version,
          patience: hurry(start, CODE_ACTION_TIME, analysis.source.text.length),
        });
      },
      [],
    ),
  );

  connection.onRequest(
    'dstack/starters',
    guarded(session, 'dstack/starters', null, language.starters),
  );
  connection.onRequest(
    'dstack/asRead',
    answer(session, 'dstack/asRead', (analysis) => language.asRead(analysis) ?? null, null),
  );

  serveStructure(session);
  documents.listen(connection);
}

/** What a client can do, as it has announced and as our extension says of itself. */
function abilitiesOf(params: InitializeParams, pages?: string): language.ClientAbilities {
  const { textDocument, workspace } = params.capabilities;
  const { snippetSupport, insertReplaceSupport } = textDocument?.completion?.completionItem ?? {};
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  const { commands, keepsOldList } = extensionOptions(params);
  return {
    snippets: snippetSupport === true,
    insertReplace: insertReplaceSupport === true,
    keepsOldList,
    createsFiles: documentChanges === true && resourceOperations?.includes('create') === true,
    commands: commands ? LENS_COMMANDS : undefined,
    pages,
  };
}

/** The commands of our extension; other clients show the lenses and have no commands for them. */
const LENS_COMMANDS = {
  showReferences: 'dstack.showReferences',
  copyApplyCommand: 'dstack.copyApplyCommand',
};
