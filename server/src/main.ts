import { createConnection } from 'vscode-languageserver/node';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe } from './failure-log';
import { start } from './start';

/**
 * Entry of `dist/server.js`: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, as LSP clients pass them.
 * In a checkout, the npm package and the extension alike, the pages lie beside the folder of this file.
 */
const connection = start(
  (options) => createConnection(options),
  pathToFileURL(join(__dirname, '../docs/problems')).href,
);

// Requests and problems are guarded where they are served. Whatever else goes wrong must not take the other documents
// with it: it is logged, and the server goes on.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => connection.console.error(describe(error)));
}

// Over IPC nothing else tells that the client is gone.
process.on('disconnect', () => process.exit(1));
