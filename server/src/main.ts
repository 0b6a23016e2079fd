import { createConnection } from 'vscode-languageserver/node';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './start';

/**
 * Entry of `dist/server.js`: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, as LSP clients pass them.
 * In a checkout, the npm package and the extension alike, the pages lie beside the folder of this file.
 */
start(
  (options) => createConnection(options),
  pathToFileURL(join(__dirname, '../docs/problems')).href,
);
