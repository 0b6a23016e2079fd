import { commands, Disposable, env, l10n, Uri, window, workspace } from 'vscode';
import type { Run } from '../answers/run';
import { showLogs } from './log-tab';
import type { Session } from './session';
import type { DstackTasks } from './tasks';
import type { Row } from './views/tree';
import { withoutIcons, withoutLinks } from './words';

/** What a command is given: a row of the tree, or a run itself. */
type Given = Run | Row<Run> | undefined;

/** The commands about one run, of the tree and of lenses. `changed` is called when one has changed something. */
export function registerRunCommands(
  session: Session,
  tasks: DstackTasks,
  changed: () => void,
): Disposable {
  const on = (command: string, act: (run: Run) => unknown) =>
    commands.registerCommand(command, async (given: Given) => {
      const run = runOf(given) ?? (await pickRun(session));
      if (run) await act(run);
    });
  return Disposable.from(
    on('dstack.showLogs', (run) => showLogs(session, run)),
    on('dstack.attach', ({ name }) => tasks.attach(name)),
    on('dstack.stopRun', (run) => stop(session, run, changed)),
    on('dstack.openRunFile', openFile),
    on('dstack.openRunInBrowser', (run) => openPage(session, run)),
    on('dstack.openService', (run) => openService(session, run)),
    on('dstack.openIde', openIde),
  );
}

function runOf(given: Given): Run | undefined {
  if (!given) return undefined;
  return 'label' in given ? given.about : given;
}

async function pickRun(session: Session): Promise<Run | undefined> {
  const runs = await session.ask((server) => server.runs());
  const items = (runs ?? []).map((run) => ({
    label: withoutIcons(run.name),
    description: withoutIcons(run.status),
    run,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Choose a run') });
  return picked?.run;
}

/** Stopping loses what runs, so it is asked for each time. */
async function stop(session: Session, { name, status }: Run, changed: () => void): Promise<void> {
  const project = session.state.connection?.project ?? '';
  const [gracefully, abort] = [l10n.t('Stop'), l10n.t('Abort')];
  const detail = l10n.t(
    'It is {0} in project {1}. "Abort" does not wait for it to end by itself.',
    status,
    project,
  );
  const answer = await window.showWarningMessage(
    withoutLinks(l10n.t('Stop the run {0}?', name)),
    { modal: true, detail },
    gracefully,
    abort,
  );
  if (answer === undefined) return;
  await session.ask((server) => server.stop(name, answer === abort));
  const { failure } = session.state;
  if (failure)
    void window.showErrorMessage(
      withoutLinks(l10n.t('The run {0} was not stopped. {1}', name, failure.message)),
    );
  changed();
}

/** The file that the run was applied from, if it is in the workspace. */
async function openFile({ name, file }: Run): Promise<void> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const found = file === undefined ? undefined : Uri.joinPath(uri, file);
    // A path of a server must not lead out of the workspace.
    if (!found?.path.startsWith(`${uri.path}/`)) continue;
    try {
      await workspace.fs.stat(found);
      await window.showTextDocument(found);
      return;
    } catch {
      // Another folder may have it.
    }
  }
  void window.showInformationMessage(
    withoutLinks(l10n.t('No file of this workspace is known to define the run {0}.', name)),
  );
}

/** The page of the run in the server's own user interface. */
async function openPage({ state: { connection } }: Session, { id }: Run): Promise<void> {
  if (!connection || !/^[\w-]+$/.test(id)) return;
  await env.openExternal(Uri.parse(`${connection.url}/projects/${connection.project}/runs/${id}`));
}

async function openService({ state: { connection } }: Session, { serviceUrl }: Run): Promise<void> {
  if (!connection || serviceUrl === undefined) return;
  const url = URL.canParse(serviceUrl, `${connection.url}/`)
    ? new URL(serviceUrl, `${connection.url}/`)
    : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol))
    await env.openExternal(Uri.parse(url.href));
}

/** What a link of a server may open: an editor, on a machine by its SSH name. */
const EDITORS = ['vscode', 'vscode-insiders', 'cursor', 'windsurf'];
const REMOTE = /^\/ssh-remote\+[a-z0-9][\w.-]*\//i;

async function openIde({ jobs }: Run): Promise<void> {
  const link = jobs.find(({ ideUrl }) => ideUrl !== undefined)?.ideUrl;
  if (link === undefined) return;
  const uri = Uri.parse(link);
  const { scheme, authority, path } = uri;
  if (EDITORS.includes(scheme) && authority === 'vscode-remote' && REMOTE.test(path))
    await env.openExternal(uri);
}
