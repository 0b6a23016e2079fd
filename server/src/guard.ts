import type {
  CancellationToken,
  Connection,
  ResponseError,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Analysis } from './language';
import type { Session } from './serve';

/** A request about one document. */
interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/**
 * Makes a request handler of a function of the language service, which is told as well when the work began, as a time of
 * `performance.now()`. An unknown document gets `none`.
 */
export function answer<P extends DocumentParams, R>(
  session: Session,
  serve: (analysis: Analysis, params: P, start: number) => R,
  none: R,
): (params: P, token: CancellationToken) => Promise<R | ResponseError> {
  return guarded(session, none, (params: P) => {
    if (!isAboutDocument(params)) {
      return session.refusal('The request names no document.', 'InvalidParams');
    }
    const start = performance.now();
    const document = session.documents.get(params.textDocument.uri);
    return document ? serve(session.analyses.of(document), params, start) : none;
  });
}

/**
 * The one place where a request can go wrong: a cancelled one is answered with that, and an error is logged, and
 * answered with `none` so that the editor shows nothing instead of a message at each key.
 */
export function guarded<P, R>(
  session: Session,
  none: R,
  serve: (params: P, token: CancellationToken) => R | ResponseError | Promise<R | ResponseError>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError> {
  return async (params: P, given?: CancellationToken) => {
    // A request without parameters hands over the token alone.
    const token = given ?? (params as CancellationToken);
    await queuedMessage();
    if (token.isCancellationRequested) {
      return session.refusal('The request was cancelled.', 'RequestCancelled');
    }
    if (session.workspace?.isStopped) {
      return session.refusal('The server has been shut down.', 'InvalidRequest');
    }
    try {
      return await serve(params, token);
    } catch (error) {
      session.connection.console.error(describe(error));
      return none;
    }
  };
}

/** Clients with a mistake send anything. */
function isAboutDocument(params: unknown): params is DocumentParams {
  const { textDocument } = (params ?? {}) as { textDocument?: { uri?: unknown } | null };
  return typeof textDocument?.uri === 'string';
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
