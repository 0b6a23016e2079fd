import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { describe } from '../failure-log';
import { start } from '../start';

/** The version in package.json, set while bundling. */
declare const __VERSION__: string;

/** What is used of the scope of a worker besides messages. */
interface Scope {
  addEventListener(
    event: 'unhandledrejection',
    listener: (event: { readonly reason: unknown }) => void,
  ): void;
}

/** What Node has and browsers do not: runs work after the messages that have arrived. */
function setImmediate(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  const onmessage = () => {
    port1.close();
    work();
  };
  Object.assign(port1, { onmessage });
  port2.postMessage(undefined);
}

Object.assign(globalThis, { setImmediate });

/** Entry of `dist/web/server.js`: a server in a worker of a browser, whose client reaches the files. */
const connection = start(
  (options) =>
    createConnection(
      new BrowserMessageReader(globalThis),
      new BrowserMessageWriter(globalThis),
      options,
    ),
  { version: __VERSION__ },
);

// Any exception that no handler catches is logged, and the server continues.
(globalThis as unknown as Scope).addEventListener('unhandledrejection', ({ reason }) => {
  connection.console.error(describe(reason));
});
