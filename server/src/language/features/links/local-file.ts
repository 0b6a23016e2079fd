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
  let target: string;
  try {
    target = new URL(path.split('/').map(encodeURIComponent).join('/'), uri).href;
  } catch {
    return undefined;
  }
  const inside = (folders ?? [new URL('.', uri).href]).some((folder) =>
    target.startsWith(folder.endsWith('/') ? folder : `${folder}/`),
  );
  return inside && (exists?.(target) ?? true) ? target : undefined;
}
