import type {
  ClientCapabilities,
  Connection,
  InitializeParams,
  WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { inBackground } from './background';
import { isEdited } from './documents';
import type { Session } from './session';
import { property } from './property';
import { followPaths } from './watched-paths';
import { UNUSED_RULES } from '../disk/ignored';
import { english } from '../language';
import { DiskWorkspace } from '../disk/workspace';
import { pinFilesAmong, visibleLine } from '../language';

/**
 * The watched paths: files for which `isConfiguration` of disk/configuration.ts is true, the folder that one of them is
 * in, and the files with ignore rules. Other folders are not watched: any pattern for them also matches every file.
 */
const WATCHED = [
  '**/*.dstack.{yml,yaml}',
  '**/.dstack/profiles.{yml,yaml}',
  '**/.dstack',
  '**/.gitignore',
  '**/{pyproject.toml,requirements*.txt,uv.lock,poetry.lock,Pipfile.lock,environment.yml}',
  '**/{.pre-commit-config.yaml,.github/workflows/*.yml,.github/workflows/*.yaml}',
];

/** Whether a changed file is one that can pin a release of dstack. */
function canPin(uri: string): boolean {
  const [, path = ''] = /([^/]*|\.github\/workflows\/[^/]*)$/.exec(uri) ?? [];
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return pinFilesAmong([path, name]).length > 0;
}

/** Time in milliseconds after which it is shown that the workspace is being read. */
const SHOWN_AFTER = 1000;

/** Makes the workspace of a session, which follows the open documents and the client's notifications about the disk. */
export function createWorkspace(session: Session, params: InitializeParams): DiskWorkspace {
  const { connection, documents, analyses } = session;
  const { workspaceFolders, rootUri } = params;
  const roots = Array.isArray(workspaceFolders) ? urisIn(workspaceFolders) : urisOf([rootUri]);
  const workspace = new DiskWorkspace(
    session.files,
    roots,
    {
      get: (uri) => documents.get(uri),
      analysisOf: (document) => analyses.of(document),
    },
    (uri) => session.releases.environmentOf(uri),
  );
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (isEdited(uri)) workspace.documentChanged(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (isEdited(uri)) inBackground(connection, () => workspace.documentClosed(uri));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = urisIn(changes);
    if (uris.some(canPin)) session.releases.pinsChanged();
    const others = uris.filter((uri) => !canPin(uri));
    inBackground(connection, () => Promise.all(others.map((uri) => refresh(workspace, uri))));
  });
  // A watcher need not report the files in a folder that is created or deleted; an editor reports what its user does
  // with it.
  const { workspace: on } = connection;
  const foldersChanged = (uris: readonly string[]) => {
    inBackground(connection, () => Promise.all(uris.map((uri) => workspace.refreshFolder(uri))));
  };
  on.onDidCreateFiles(({ files }) => foldersChanged(urisIn(files)));
  on.onDidDeleteFiles(({ files }) => foldersChanged(urisIn(files)));
  on.onDidRenameFiles(({ files }) =>
    foldersChanged([...urisIn(files, 'oldUri'), ...urisIn(files, 'newUri')]),
  );
  connection.onShutdown(() => workspace.stop());
  return workspace;
}

/** Begins to read and to watch the workspace, once the client is ready for requests. */
export function startWorkspace(
  workspace: DiskWorkspace,
  connection: Connection,
  capabilities: ClientCapabilities,
  shownAfter = SHOWN_AFTER,
): void {
  const start = once(() =>
    inBackground(connection, () => build(workspace, connection, capabilities, shownAfter)),
  );
  inBackground(connection, async () => {
    const isWatched = await watch(connection, capabilities, start);
    if (isWatched) followPaths(workspace, connection, capabilities);
  });
  void workspace.ready.then(() => {
    for (const file of workspace.unusedRules)
      connection.console.warn(`${visibleLine(file)}: ${english(UNUSED_RULES)}`);
  });
  if (!capabilities.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    inBackground(connection, () => workspace.changeFolders(urisIn(added), urisIn(removed)));
  });
}

/**
 * The texts under a key of the items of a list. A faulty client may send anything, even a long text in place of the
 * list.
 */
function urisIn(list: unknown, key = 'uri'): string[] {
  if (!Array.isArray(list)) return [];
  return urisOf(list.map((one: unknown) => property(one, key)));
}

function urisOf(list: readonly unknown[]): string[] {
  return list.filter((one) => typeof one === 'string');
}

function refresh(workspace: DiskWorkspace, changed: string): Promise<void> {
  const folder = folderOf(changed);
  return folder === undefined ? workspace.refresh(changed) : workspace.refreshFolder(folder);
}

/** The folder that a change of a watched path is about; undefined for a configuration. */
function folderOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  const name = uri.slice(slash + 1);
  if (name === '.gitignore') return uri.slice(0, slash);
  return name === '.dstack' ? uri : undefined;
}

/** Milliseconds that reading waits for a client to watch: it does not report what changes in between. */
const PATIENCE = 1000;

/**
 * Resolves to whether the client watches from now on. `then` is called when it does, when it cannot, or when it has not
 * answered for a while.
 */
async function watch(
  connection: Connection,
  { workspace }: ClientCapabilities,
  then: () => void,
): Promise<boolean> {
  if (!workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    then();
    return false;
  }
  const timer = setTimeout(then, PATIENCE);
  const watchers = WATCHED.map((globPattern) => ({ globPattern }));
  const method = 'workspace/didChangeWatchedFiles';
  const registration = { id: method, method, registerOptions: { watchers } };
  try {
    await connection.sendRequest('client/registerCapability', { registrations: [registration] });
    return true;
  } finally {
    clearTimeout(timer);
    then();
  }
}

/** Calls `action` at the first call only. */
function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}

/** Reads the workspace, and shows progress if that takes long. It waits for no answer of the client. */
async function build(
  workspace: DiskWorkspace,
  connection: Connection,
  { window }: ClientCapabilities,
  shownAfter: number,
): Promise<void> {
  const cancellation = { isCancellationRequested: false };
  let progress: WorkDoneProgressServerReporter | undefined;
  let isDone = false;
  const show = async () => {
    const made = await connection.window.createWorkDoneProgress();
    if (isDone) return;
    progress = made;
    progress.token.onCancellationRequested(() => (cancellation.isCancellationRequested = true));
    progress.begin('Reading dstack configurations', undefined, undefined, true);
  };
  const timer = window?.workDoneProgress
    ? // A client that shows none need not.
      setTimeout(() => void show().catch(() => undefined), shownAfter)
    : undefined;
  try {
    await workspace.build((files) => {
      if (files % 100 === 0) progress?.report(`${String(files)} files`);
    }, cancellation);
  } finally {
    isDone = true;
    clearTimeout(timer);
    progress?.done();
  }
}
