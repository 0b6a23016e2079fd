import type { ExtensionContext } from 'vscode';
import { activateOn, type Exports } from '../extension';
import { startServerWorker } from './server-worker';

export { activateOn, deactivate, type Exports } from '../extension';

/** Entry of `dist/web/extension.js`, for the extension host of a browser. It has everything that both hosts share. */
export function activate(context: ExtensionContext): Promise<Exports> {
  return activateOn(context, {
    startServer: ({ extensionUri }) => startServerWorker(extensionUri),
    platform: 'web',
  });
}
