import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type ConnectionOptions,
  type InitializeParams,
} from 'vscode-languageserver';
import { afterAnswers } from './after-answers';
import { capabilitiesFor } from './capabilities';
import { describe } from './failure-log';
import type { Host } from './host';
import { MessageCheck, reasonIn, REFUSED } from './transport/message-check';
import { OwnDocuments } from './own-documents';
import { HeldMessages } from './transport/startup-queue';
import { encodingFor, unitsOf } from './positions/encoding';
import type { Session } from './session';
import { typedAt } from './text-sync';

/**
 * Starts a server on a connection. It answers `initialize` before the language service is loaded, which takes as long
 * as the rest of the start: a client shows the file in the meantime.
 *
 * @param connect makes the connection with the options given; it can ask whether the client has requested the end
 */
export function start(
  connect: (options: ConnectionOptions, hasShutDown: () => boolean) => Connection,
  host: Host,
): Connection {
  const messages = new HeldMessages();
  const check = new MessageCheck(messages, (reason) => connection.console.error(reason));
  const connection = connect({ messageStrategy: check }, () => check.hasShutDown);
  let code: number = ErrorCodes.ServerNotInitialized;
  // Requests without a handler, which before `initialize` are all of them.
  connection.onRequest((method) => new ResponseError(code, `${method} is not served.`));
  connection.onRequest(REFUSED, (params: unknown) => {
    return new ResponseError(ErrorCodes.InvalidParams, reasonIn(params));
  });
  connection.onInitialize((params) => {
    if (code !== ErrorCodes.ServerNotInitialized)
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server has been initialized.');
    code = ErrorCodes.MethodNotFound;
    messages.hold();
    afterAnswers(() => {
      load(connection, params, host)
        .catch((error: unknown) => connection.console.error(describe(error)))
        .finally(() => messages.release());
    });
    const { version } = host;
    const serverInfo = { name: 'dstack', ...(version === undefined ? {} : { version }) };
    return { serverInfo, capabilities: capabilitiesFor(params) };
  });
  connection.listen();
  return connection;
}

async function load(connection: Connection, params: InitializeParams, host: Host): Promise<void> {
  const { serve } = await import('./serve');
  const refusal: Session['refusal'] = (message, code = 'RequestFailed') =>
    new ResponseError({ ...LSPErrorCodes, ...ErrorCodes }[code], message);
  serve(
    connection,
    new OwnDocuments(unitsOf(encodingFor(params))),
    params,
    { refusal, typedAt },
    host,
  );
}
