import { commands, l10n, ProgressLocation, window, workspace, type Disposable } from 'vscode';
import type { LanguageClient } from '../client';
import {
  dstackVersion,
  pickVersion,
  releaseHere,
  seriesItem,
  type Release,
} from './dstack-version';

/** The part of the answer to `dstack/upgrade` that is shown, see docs/lsp.md. */
interface Upgrade {
  readonly report: string;
}

/** The command that shows what an upgrade of dstack changes, as Markdown that can be pasted into a pull request. */
export function registerUpgrade(client: LanguageClient): Disposable {
  return commands.registerCommand('dstack.explainUpgrade', () => explainUpgrade(client));
}

async function explainUpgrade(client: LanguageClient): Promise<void> {
  const release = await releaseHere(client);
  const newest = dstackVersion(client);
  if (!release || newest === undefined) return;
  const from = await pickVersion(
    l10n.t('Upgrade from dstack ... (1/2)'),
    olderItems(release, newest),
  );
  if (from === undefined) return;
  const to = await pickVersion(
    l10n.t('Upgrade from dstack {0} to ... (2/2)', from),
    newerItems(release, newest, from),
  );
  if (to === undefined) return;
  const content = await reportOn(client, from, to);
  if (content === undefined) return;
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document);
}

/** Undefined if it was cancelled or has failed, which the output of the server says. */
async function reportOn(
  client: LanguageClient,
  from: string,
  to: string,
): Promise<string | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Comparing dstack {0} with {1}', from, to),
    cancellable: true,
  };
  return window.withProgress(options, async (_, token) => {
    const asked = client.sendRequest<Upgrade | null>('dstack/upgrade', { from, to }, token);
    const upgrade = await asked.catch((error: unknown) => {
      if (token.isCancellationRequested) return null;
      throw error;
    });
    return upgrade?.report;
  });
}

/** The release in use first, then the series before the newest. */
function olderItems({ version, where, series }: Release, newest: string) {
  const older = series.filter((one) => one !== seriesOf(newest)).map(seriesItem);
  if (version === newest) return older;
  const description = where === undefined ? l10n.t('in use') : l10n.t('in use ({0})', where);
  return [{ label: version, description }, ...older];
}

/** The newest release first, then the series after the one that is upgraded. */
function newerItems({ series }: Release, newest: string, from: string) {
  const at = series.indexOf(seriesOf(from));
  const newer = at < 0 ? series : series.slice(0, at);
  const others = newer.filter((one) => one !== seriesOf(newest));
  return [{ label: newest, description: l10n.t('the newest known') }, ...others.map(seriesItem)];
}

function seriesOf(version: string): string {
  return version.replace(/^v/, '').split('.').slice(0, 2).join('.');
}
