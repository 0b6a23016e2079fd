import type { ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver';
import { describe } from '../guard';
import type { Session } from '../serve';
import { DiskWorkspace } from './workspace';

/** The files that are watched: those that `isConfiguration` of cli/files.ts takes. */
const WATCHED = ['**/*.dstack.{yml,yaml}', '**/.dstack/profiles.{yml,yaml}'];

/** Time in milliseconds after which it is shown that the workspace is being read. */
const SHOWN_AFTER = 1000;

/** Makes the workspace of a session, which follows the open documents and what the client tells of the disk. */
export function createWorkspace(session: Session, params: InitializeParams): DiskWorkspace {
  const { connection, documents, analyses } = session;
  const { workspaceFolders, rootUri } = params;
  const roots = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  const workspace = new DiskWorkspace(roots, {
    get: (uri) => documents.get(uri),
    analysisOf: (document) => analyses.of(document),
  });
  documents.onDidChangeContent(({ document }) => workspace.documentChanged(document.uri));
  documents.onDidClose(({ document }) => run(connection, workspace.documentClosed(document.uri)));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) run(connection, workspace.refresh(uri));
  });
  connection.onShutdown(() => workspace.stop());
  return workspace;
}

/** Begins to read and to watch the workspace, once the client is ready for requests. */
export function startWorkspace(
  workspace: DiskWorkspace,
  connection: Connection,
  capabilities: ClientCapabilities,
): void {
  run(connection, watch(connection, capabilities));
  run(connection, build(workspace, connection, capabilities));
  if (!capabilities.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const uris = (folders: typeof added) => folders.map(({ uri }) => uri);
    run(connection, workspace.changeFolders(uris(added), uris(removed)));
  });
}

/** Work that nobody waits for; what goes wrong in it is logged. */
function run(connection: Connection, work: Promise<void>): void {
  work.catch((error: unknown) => connection.console.error(describe(error)));
}

async function watch(connection: Connection, { workspace }: ClientCapabilities): Promise<void> {
  if (!workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = WATCHED.map((globPattern) => ({ globPattern }));
  const method = 'workspace/didChangeWatchedFiles';
  const registration = { id: method, method, registerOptions: { watchers } };
  await connection.sendRequest('client/registerCapability', { registrations: [registration] });
}

/** Reads the workspace, and shows that it does where this takes long. */
async function build(
  workspace: DiskWorkspace,
  connection: Connection,
  { window }: ClientCapabilities,
): Promise<void> {
  if (!window?.workDoneProgress) return workspace.build();
  const start = Date.now();
  const progress = await connection.window.createWorkDoneProgress();
  let shown = false;
  try {
    await workspace.build((files) => {
      if (!shown && Date.now() - start > SHOWN_AFTER) {
        shown = true;
        progress.begin('Reading dstack configurations', undefined, undefined, true);
      }
      if (shown && files % 100 === 0) progress.report(`${String(files)} files`);
    }, progress.token);
  } finally {
    if (shown) progress.done();
  }
}
