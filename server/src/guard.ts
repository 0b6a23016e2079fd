import type { CancellationToken, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Analysis } from './language';
import type { Session } from './serve';

/** A request about one document. */
interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/**
 * Makes a request handler of a function of the language service. The one place where a request can go wrong: an
 * unknown document and a cancelled request get `none`, an error is logged and answered with `none` as well.
 */
export function answer<P extends DocumentParams, R>(
  session: Session,
  serve: (analysis: Analysis, params: P) => R,
  none: R,
): (params: P, token: CancellationToken) => R {
  return (params, token) => {
    const document = session.documents.get(params.textDocument.uri);
    if (!document || token.isCancellationRequested) return none;
    try {
      return serve(session.analyses.of(document), params);
    } catch (error) {
      session.connection.console.error(describe(error));
      return none;
    }
  };
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
