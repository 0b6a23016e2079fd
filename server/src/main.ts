import { createConnection } from 'vscode-languageserver/node';
import { serve } from './serve';

/**
 * Entry of `dist/server.js`: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, as LSP clients pass them.
 */
const connection = createConnection();
serve(connection);
connection.listen();
