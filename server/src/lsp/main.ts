import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import {
  createConnection,
  type Connection,
  type ConnectionOptions,
} from 'vscode-languageserver/node';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe } from './failure-log';
import { Framing, sender } from './framing';
import { start } from './start';

/**
 * Entry of `dist/server.js`: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, as LSP clients pass them.
 * In a checkout, the npm package and the extension alike, the pages lie beside the folder of this file.
 */
const connection = start(
  (options) => (process.argv.includes('--stdio') ? overStdio(options) : createConnection(options)),
  pathToFileURL(join(__dirname, '../docs/problems')).href,
);

/** Ends with an error where the input cannot be LSP; reads no further while the client does not read. */
function overStdio(options: ConnectionOptions): Connection {
  const input = new Framing((reason) => {
    writeSync(process.stderr.fd, `dstack-language-server: ${reason}. This is not LSP.\n`);
    process.exit(1);
  }, process.stdout);
  // Nothing that is bundled may write between the messages.
  globalThis.console = new Console(process.stderr);
  process.stdin.pipe(input);
  return createConnection(input, sender(process.stdout), options);
}

// Requests and problems are guarded where they are served. Whatever else goes wrong must not take the other documents
// with it: it is logged, and the server goes on.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => connection.console.error(describe(error)));
}

// Over IPC nothing else tells that the client is gone.
process.on('disconnect', () => process.exit(1));
