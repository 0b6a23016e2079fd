import type { ExtensionContext } from 'vscode';
import { registerLive } from '../live-start';
import { activateOn, type Exports } from '../web/main';
import { startServerProcess } from './server-process';

export { deactivate } from '../web/main';

/** Entry of `dist/extension.js`, for extension hosts that are Node; the rest of it is `dist/web/extension.js`. */
export function activate(context: ExtensionContext): Promise<Exports> {
  return activateOn(context, {
    startServer: (_, log) => startServerProcess(context.asAbsolutePath('dist/server.js'), log),
    registerLive,
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  });
}
