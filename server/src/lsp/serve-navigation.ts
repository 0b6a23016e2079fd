import type {
  InitializeParams,
  RenameFilesParams,
  RenameParams,
  TextDocumentPositionParams,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { extensionOptions } from './extension-options';
import { aboutDocument, answer, guarded, inBackground } from './guard';
import * as language from '../language';
import type { Session } from './serve';

/** Edits by the file that they are in. */
type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

const NO_EDITS: FileEdits = new Map();

/** Wires the requests about names, in one file and across the workspace. */
export function serveNavigation(session: Session, params: InitializeParams): void {
  const { connection, workspace } = session;
  const { capabilities } = params;
  const { status } = extensionOptions(params);

  const definition = (name: string, hasLinks: boolean) =>
    answer(
      session,
      name,
      (analysis, params: TextDocumentPositionParams) => {
        const links = language.definition(analysis, params);
        if (hasLinks) return links;
        return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
      },
      [],
    );
  const { textDocument } = capabilities;
  connection.onDefinition(
    definition('textDocument/definition', textDocument?.definition?.linkSupport === true),
  );
  // One place declares a name and defines it.
  connection.onDeclaration(
    definition('textDocument/declaration', textDocument?.declaration?.linkSupport === true),
  );
  connection.onReferences(answer(session, 'textDocument/references', language.references, []));

  connection.onPrepareRename(
    answer(session, 'textDocument/prepareRename', language.prepareRename, null),
  );
  const hasVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  connection.onRenameRequest(
    aboutDocument(session, 'textDocument/rename', null, async (params: RenameParams) => {
      const renaming = await onFresh(
        () => {
          const document = session.documents.get(params.textDocument.uri);
          const analysis = document && session.analyses.of(document);
          return analysis && language.rename(analysis, params);
        },
        (found) => (found && 'edits' in found ? found.edits : NO_EDITS),
      );
      if (!renaming) return null;
      if ('refusal' in renaming) return session.refusal(renaming.refusal);
      return workspaceEdit(renaming.edits, session, hasVersions);
    }),
  );
  connection.onRequest(
    'workspace/willRenameFiles',
    guarded(session, 'workspace/willRenameFiles', null, async (params: RenameFilesParams) => {
      const edits = await onFresh(
        () => language.fileRenames(session.environment, params),
        (found) => found,
      );
      return edits.size > 0 ? workspaceEdit(edits, session, hasVersions) : null;
    }),
  );

  /** Files may have changed unseen since they were read, and edits must hit what they are about as it stands now. */
  async function onFresh<T>(
    edit: () => T | Promise<T>,
    editsOf: (found: T) => FileEdits,
  ): Promise<T> {
    const files = editsOf(await edit());
    await Promise.all([...files.keys()].map((uri) => workspace?.analyse(uri)));
    return edit();
  }

  connection.onWorkspaceSymbol(
    guarded(session, 'workspace/symbol', [], (params: WorkspaceSymbolParams) =>
      typeof params.query === 'string'
        ? language.workspaceSymbols(session.environment, params)
        : [],
    ),
  );
  connection.onCodeLens(
    answer(
      session,
      'textDocument/codeLens',
      (analysis) => (session.settings.codeLensEnabled ? language.codeLenses(analysis) : []),
      [],
    ),
  );
  connection.onRequest(
    'dstack/checkWorkspace',
    guarded(session, 'dstack/checkWorkspace', null, async () => {
      await workspace?.build();
      return null;
    }),
  );

  if (!status) return;
  workspace?.changes.on(() => {
    const configurations = workspace.index.size;
    inBackground(connection, () =>
      connection.sendNotification('dstack/status', { configurations }),
    );
  });
}

/** An edit of all files at once, of open documents in the version that was looked at. */
function workspaceEdit(
  edits: FileEdits,
  { documents }: Session,
  hasVersions: boolean,
): WorkspaceEdit {
  const files = [...edits].map(([uri, list]): [string, TextEdit[]] => [uri, [...list]]);
  if (!hasVersions) return { changes: Object.fromEntries(files) };
  return {
    documentChanges: files.map(([uri, edits]) => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits,
    })),
  };
}
