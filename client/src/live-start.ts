import {
  commands,
  Disposable,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
  type TreeDataProvider,
} from 'vscode';
import type { LanguageClient } from './client';
import type { Live } from './live/editor';

/** Where the answer of the user is kept, with the workspace. */
const CONSENT = 'live';

/** A view that has not been connected has nothing but its welcome text. */
const EMPTY: TreeDataProvider<never> = { getChildren: () => [], getTreeItem: (item) => item };

/**
 * The command that connects to the user's own dstack server. What talks to it is a program of its own, dist/live.js, which
 * is loaded on the first use, or when the user has connected in this workspace before. Nothing else runs until then.
 */
export function registerLive(
  client: LanguageClient,
  context: ExtensionContext,
  log: LogOutputChannel,
): Disposable {
  const views = window.registerTreeDataProvider('dstack.runs', EMPTY);
  let live: Promise<Live> | undefined;
  const load = () =>
    (live ??= import('./live').then(async ({ openLive }) => {
      views.dispose();
      const opened = await openLive({ client, context, log });
      context.subscriptions.push(opened);
      return opened;
    }));
  const resume = async () => {
    if (workspace.isTrusted && isOn() && context.workspaceState.get(CONSENT) !== undefined)
      await (await load()).resume();
  };
  void resume();
  return Disposable.from(
    views,
    commands.registerCommand('dstack.connect', async () => (await load()).connect()),
    workspace.onDidGrantWorkspaceTrust(() => void resume()),
  );
}

function isOn(): boolean {
  return workspace.getConfiguration('dstack.live').get<boolean>('enabled', false);
}
