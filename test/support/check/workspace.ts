import { WorkspaceIndex } from '../../../server/src/language/workspace';
import type { Workspace } from '../../../server/src/language/workspace/workspace';

const pathInFolder = (uri: string) => decodeURIComponent(uri.replace('file:///w/', ''));

/** A workspace in `file:///w` with files of these URIs and nothing else. */
export function workspaceOf(...files: readonly string[]): Workspace {
  return {
    index: new WorkspaceIndex(),
    entries: () => [],
    isFile: (uri) => files.includes(uri),
    pathOf: pathInFolder,
    pathInFolder,
  };
}
