/**
 * Paths as text, the same on every system: absolute, with `/`, and without one at the end unless it is a root. On a disk
 * a path begins with `/`, on Windows with `c:/` or `//server/share/`. Elsewhere it is a URI without escapes, such as
 * `vscode-vfs://github/owner/a b`.
 */
const ROOT = /^(?:[a-zA-Z][a-zA-Z\d+.-]+:\/\/[^/]*\/|[a-zA-Z]:\/|\/\/[^/]+\/[^/]+\/?|\/)/;

/** The path of an entry of a folder. */
export function joined(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** The folder that a path is in; of a root the root itself. */
export function folderOf(path: string): string {
  const root = rootOf(path);
  const slash = path.lastIndexOf('/');
  return slash < root.length ? root : path.slice(0, slash);
}

/** The last name of a path; of a root nothing. */
export function nameOf(path: string): string {
  return path.length <= rootOf(path).length ? '' : path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path is a folder itself, or below it. */
export function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(joined(folder, ''));
}

/** The path below a folder that it is in, without a `/` at the beginning. */
export function pathBelow(folder: string, path: string): string {
  return path.slice(joined(folder, '').length);
}

/** A path without a `/` at its end. */
export function trimmed(path: string): string {
  const root = rootOf(path);
  let end = path.length;
  while (end > root.length && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

function rootOf(path: string): string {
  // Most paths.
  if (path.startsWith('/') && path[1] !== '/') return '/';
  return ROOT.exec(path)?.[0] ?? '';
}
