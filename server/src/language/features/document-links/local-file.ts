import { localUri } from '../../workspace/local-paths';
import type { Workspace } from '../../workspace/workspace';

/**
 * URI of the file that a path names in a document at `uri`, in the workspace if one is known, else below its folder.
 */
export function localFile(uri: string, path: string, workspace?: Workspace): string | undefined {
  const target = path === '.' ? undefined : localUri(uri, path);
  if (target === undefined) return undefined;
  if (workspace) return workspace.isFile(target) ? target : undefined;
  return target.startsWith(localUri(uri, '.') ?? target) ? target : undefined;
}
