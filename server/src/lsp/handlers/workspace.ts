import type {
  InitializeParams,
  RenameFilesParams,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { inBackground } from '../background';
import { extensionOptions } from '../extension-options';
import { cancellable, documentHandler } from '../handler';
import * as language from '../../language';
import type { Session } from '../session';
import { onFresh, workspaceEdit } from './edits';

/** Serves the requests about the whole workspace, and those that LSP does not have. */
export function serveWorkspace(session: Session, params: InitializeParams): void {
  const { connection, workspace } = session;
  connection.onWorkspaceSymbol(
    cancellable(session, 'workspace/symbol', [], (asked: WorkspaceSymbolParams) =>
      language.workspaceSymbols(session.environment, asked),
    ),
  );
  connection.onRequest(
    'workspace/willRenameFiles',
    cancellable(session, 'workspace/willRenameFiles', null, async (asked: RenameFilesParams) => {
      const edits = await onFresh(
        session,
        () => language.fileRenames(session.environment, asked),
        (found) => found,
      );
      return edits.size > 0 ? workspaceEdit(edits, session, params) : null;
    }),
  );
  connection.onRequest(
    'dstack/checkWorkspace',
    cancellable(session, 'dstack/checkWorkspace', null, async () => {
      await workspace?.build();
      return { configurations: workspace?.index.size ?? 0 };
    }),
  );
  connection.onRequest(
    'dstack/asRead',
    documentHandler(
      session,
      'dstack/asRead',
      (analysis) => language.asRead(analysis) ?? null,
      null,
    ),
  );
  connection.onRequest(
    'dstack/starters',
    cancellable(session, 'dstack/starters', null, () =>
      // A new file has no place yet.
      language.starters(session.releases.environmentOf('')),
    ),
  );
  if (extensionOptions(params).status) sendStatus(session);
}

/** Sends the number of configurations to the client, at the start and whenever it may have changed. */
function sendStatus({ connection, workspace }: Session): void {
  workspace?.changes.on(() => {
    const configurations = workspace.index.size;
    inBackground(connection, () =>
      connection.sendNotification('dstack/status', { configurations }),
    );
  });
}
