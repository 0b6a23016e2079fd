import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { DiskWorkspace } from '../disk/workspace';
import { localUri } from '../language';
import { inBackground } from './background';

const METHOD = 'workspace/didChangeWatchedFiles';

/** `WatchKind.Create` and `.Delete` of LSP: a value of that package would bring all of it into this bundle. */
const CREATE_AND_DELETE = 1 | 4;

/** More paths than a workspace names; further ones are not watched. */
const MOST_PATHS = 300;

/** A file or folder to watch: its name, and the URI of the folder that it is in. */
interface Watched {
  readonly baseUri: string;
  readonly pattern: string;
}

/**
 * Has the client watch the files and folders that configurations name, such as those of `files`, so a problem with a
 * missing one ends when it is created. A client that cannot watch single paths is not asked.
 */
export function followPaths(
  workspace: DiskWorkspace,
  connection: Connection,
  { workspace: client }: ClientCapabilities,
): void {
  if (!client?.didChangeWatchedFiles?.relativePatternSupport) return;
  let last = '[]';
  let count = 0;
  const update = async () => {
    const paths = watchedPaths(workspace);
    const key = JSON.stringify(paths);
    if (key === last) return;
    const before = last === '[]' ? [] : [{ id: `paths-${count}`, method: METHOD }];
    last = key;
    const watchers = paths.map((globPattern) => ({ globPattern, kind: CREATE_AND_DELETE }));
    const registration = { id: `paths-${++count}`, method: METHOD, registerOptions: { watchers } };
    if (paths.length > 0)
      await connection.sendRequest('client/registerCapability', { registrations: [registration] });
    // The name of the parameter is misspelt in the protocol.
    if (before.length > 0)
      await connection.sendRequest('client/unregisterCapability', { unregisterations: before });
  };
  workspace.changes.on(({ names }) => {
    if (names) inBackground(connection, update);
  });
  inBackground(connection, update);
}

/** Each step of the paths, since a folder may be missing, too. */
function watchedPaths({ index }: DiskWorkspace): readonly Watched[] {
  const found = new Map<string, Watched>();
  for (const { uri, paths } of index.all()) {
    for (const { path } of paths) {
      const steps = path.split('/');
      for (const [at, step] of steps.entries()) {
        if (/^\.{0,2}$/.test(step) || /[[\]{}*?\\]/.test(step) || found.size >= MOST_PATHS)
          continue;
        const baseUri = localUri(uri, `./${steps.slice(0, at).join('/')}`)?.replace(/\/$/, '');
        if (baseUri !== undefined) found.set(`${baseUri}/${step}`, { baseUri, pattern: step });
      }
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, watched]) => watched);
}
