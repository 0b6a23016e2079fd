import type { CancellationToken, Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import { describe } from './failure-log';
import type { Analysis } from '../language';
import type { Refusal, Session } from './serve';

/** A request about one document. */
interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/**
 * Makes a handler of the request `name` of a function of the language service, which is told as well when the work began,
 * as a time of `performance.now()`. An unknown document gets `none`.
 */
export function answer<P, R>(
  session: Session,
  name: string,
  serve: (analysis: Analysis, params: P, start: number) => R,
  none: R,
): Handler<P & DocumentParams, R> {
  return aboutDocument(session, name, none, (params: P & DocumentParams) => {
    const start = performance.now();
    const document = session.documents.get(params.textDocument.uri);
    if (!document) return none;
    const analysis = session.analyses.of(document);
    const result = serve(analysis, params, start);
    session.failures.tellOf(analysis);
    return result;
  });
}

/** The same of a function that finds the document itself. */
export function aboutDocument<P extends DocumentParams, R>(
  session: Session,
  name: string,
  none: R,
  serve: Serve<P, R>,
): Handler<P, R> {
  return guarded(session, name, none, (params: P, token) =>
    isAboutDocument(params)
      ? serve(params, token)
      : session.refusal('The request names no document.', 'InvalidParams'),
  );
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

/** A request handler that does nothing for a request that is cancelled by the message behind it. */
export function guarded<P, R>(
  session: Session,
  name: string,
  none: R,
  serve: Serve<P, R>,
): Handler<P, R> {
  const run = caught(session, name, none, serve);
  return async (params: P, given?: CancellationToken) => {
    // A request without parameters hands over the token alone.
    const token = given ?? (params as CancellationToken);
    await queuedMessage();
    return token.isCancellationRequested ? cancelled(session) : run(params, token);
  };
}

/**
 * The one place where a request can go wrong: an error is logged with the name of the request, and answered with `none`
 * so that the editor shows nothing instead of a message at each key.
 */
export function caught<P, R, More extends unknown[]>(
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
      return await serve(params, token, ...more);
    } catch (error) {
      session.failures.tell(name, error);
      return none;
    }
  };
}

/** The answer to a request that nobody waits for any more. */
export function cancelled(session: Session): Refusal {
  return session.refusal('The request was cancelled.', 'RequestCancelled');
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
