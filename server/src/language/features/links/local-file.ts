/** What the shell around the language service knows of files. */
export interface FileLookup {
  /** Whether there is a file at a URI. Without it, paths are linked as they are. */
  readonly exists?: (uri: string) => boolean;
  /** URIs of the workspace's folders; what lies outside of them is not linked. */
  readonly folders?: readonly string[];
}

/**
 * URI of the file that a path names in a document at `uri`: relative to its folder and within the workspace. Home
 * folders (`~`), variables and absolute paths have none.
 */
export function localFile(
  uri: string,
  path: string,
  { exists, folders }: FileLookup,
): string | undefined {
  if (path === '' || path === '.' || /^[~/\\]|^[a-zA-Z]:|[$*?#%\n]/.test(path)) return undefined;
  const target = resolve(path.split('/').map(encodeURIComponent).join('/'), uri);
  const inside = (folders ?? [resolve('.', uri)]).some(
    (folder) => folder && target?.startsWith(folder.endsWith('/') ? folder : `${folder}/`),
  );
  return target !== undefined && inside && (exists?.(target) ?? true) ? target : undefined;
}

/** Undefined for a document without a folder, such as one that was never saved. */
function resolve(path: string, uri: string): string | undefined {
  try {
    return new URL(path, uri).href;
  } catch {
    return undefined;
  }
}
