import type { Workspace } from '../../workspace/workspace';

/**
 * URI of the file that a path names in a document at `uri`: relative to its folder, and in the workspace where one is
 * known, else below that folder. Home folders (`~`), variables and absolute paths have none.
 */
export function localFile(uri: string, path: string, workspace?: Workspace): string | undefined {
  if (path === '' || path === '.' || /^[~/\\]|^[a-zA-Z]:|[$*?#%\n]/.test(path)) return undefined;
  const target = resolve(path.split('/').map(encodeURIComponent).join('/'), uri);
  if (target === undefined) return undefined;
  if (workspace) return workspace.isFile(target) ? target : undefined;
  return target.startsWith(resolve('.', uri) ?? target) ? target : undefined;
}

/** Undefined for a document without a folder, such as one that was never saved. */
function resolve(path: string, uri: string): string | undefined {
  try {
    return new URL(path, uri).href;
  } catch {
    return undefined;
  }
}
