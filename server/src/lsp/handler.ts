import type { CancellationToken, TextDocumentIdentifier } from 'vscode-languageserver';
import { complete } from '../disk/files';
import type { Analysis } from '../language';
import type { Refusal, Session } from './session';

/** A request about one document. */
export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

type Serve<P, R, More extends unknown[] = []> = (
  params: P,
  token: CancellationToken,
  ...more: More
) => R | Refusal | Promise<R | Refusal>;

type Handler<P, R, More extends unknown[] = []> = (
  params: P,
  token: CancellationToken,
  ...more: More
) => Promise<R | Refusal>;

/**
 * The handler of the request `name` that a function of the language service answers from the analysis of the document.
 * For a document that is not open, the answer is `none`.
 */
export function documentHandler<P extends DocumentParams, R>(
  session: Session,
  name: string,
  serve: (analysis: Analysis, params: P) => R,
  none: R,
): Handler<P, R> {
  return cancellable(session, name, none, (params: P) => {
    const document = session.documents.get(params.textDocument.uri);
    if (!document) return none;
    const answer = () => {
      const analysis = session.analyses.of(document);
      const result = serve(analysis, params);
      session.failures.tellOf(analysis);
      return result;
    };
    return session.files.fetched ? complete(session.files, answer) : answer();
  });
}

/** A handler that does no work for a request that the next message cancels. */
export function cancellable<P, R>(
  session: Session,
  name: string,
  none: R,
  serve: Serve<P, R>,
): Handler<P, R> {
  const run = logged(session, name, none, serve);
  return async (params: P, given?: CancellationToken) => {
    // A request without parameters has only the token.
    const token = given ?? (params as CancellationToken);
    const received = given ? session.positions.received(params) : params;
    await queuedMessage();
    return token.isCancellationRequested ? cancelled(session) : run(received, token);
  };
}

/**
 * The one place where a request can fail: the error is logged with the name of the request, and answered with `none`,
 * so the editor does not show a message at each key.
 */
export function logged<P, R, More extends unknown[]>(
  session: Session,
  name: string,
  none: R,
  serve: Serve<P, R, More>,
): Handler<P, R, More> {
  return async (params: P, token: CancellationToken, ...more: More) => {
    if (session.workspace?.isStopped) {
      return session.refusal('The server has been shut down.', 'InvalidRequest');
    }
    try {
      return session.positions.answered(name, params, await serve(params, token, ...more));
    } catch (error) {
      session.failures.tell(name, error);
      return none;
    }
  };
}

/** The answer to a request that the client has cancelled. */
export function cancelled(session: Session): Refusal {
  return session.refusal('The request was cancelled.', 'RequestCancelled');
}

/**
 * Lets the connection read on and deliver the next waiting message: after a cancellation the work is not needed, and
 * after a change it would have to be done again.
 */
function queuedMessage(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
