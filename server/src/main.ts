import { createConnection } from 'vscode-languageserver/node';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './serve';

/**
 * Entry of `dist/server.js`: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, as LSP clients pass them.
 */
const connection = createConnection();
// In a checkout, the npm package and the extension alike, the pages lie beside the folder of this file.
serve(connection, pathToFileURL(join(__dirname, '../docs/problems')).href);
connection.listen();
