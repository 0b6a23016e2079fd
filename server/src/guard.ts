import type { CancellationToken, Connection, TextDocumentIdentifier } from 'vscode-languageserver';
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
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    await queuedMessage();
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

/**
 * Lets the connection read on and hand over the message that waits next: a cancellation of the request makes the work
 * needless, and a change makes it new work, which is better done once.
 */
function queuedMessage(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** Work that nobody waits for; what goes wrong in it is logged, as long as there is somebody to tell. */
export function inBackground({ console }: Connection, work: () => Promise<unknown>): void {
  const run = async () => work();
  run()
    .catch((error: unknown) => console.error(describe(error)))
    // The connection has ended.
    .catch(() => undefined);
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
