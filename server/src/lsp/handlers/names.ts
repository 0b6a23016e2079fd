import type {
  InitializeParams,
  RenameParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { cancellable, documentHandler } from '../handler';
import * as language from '../../language';
import type { Session } from '../session';
import { NO_EDITS, onFresh, workspaceEdit } from './edits';

/** Serves the requests about the definition of a name and its new name. */
export function serveNames(session: Session, params: InitializeParams): void {
  const { connection } = session;
  const { definition, declaration } = params.capabilities.textDocument ?? {};
  connection.onDefinition(
    definitions(session, 'textDocument/definition', definition?.linkSupport === true),
  );
  // The same place declares a name and defines it.
  connection.onDeclaration(
    definitions(session, 'textDocument/declaration', declaration?.linkSupport === true),
  );
  connection.onRenameRequest(
    cancellable(session, 'textDocument/rename', null, async (asked: RenameParams) => {
      const renaming = await onFresh(
        session,
        () => {
          const document = session.documents.get(asked.textDocument.uri);
          const analysis = document && session.analyses.of(document);
          return analysis && language.rename(analysis, asked);
        },
        (found) => (found && 'edits' in found ? found.edits : NO_EDITS),
      );
      if (!renaming) return null;
      if ('refusal' in renaming) return session.refusal(renaming.refusal);
      return workspaceEdit(renaming.edits, session, params);
    }),
  );
}

function definitions(session: Session, name: string, hasLinks: boolean) {
  return documentHandler(
    session,
    name,
    (analysis, asked: TextDocumentPositionParams) => {
      const links = language.definition(analysis, asked);
      if (hasLinks) return links;
      return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
    },
    [],
  );
}
