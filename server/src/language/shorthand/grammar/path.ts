import type { Piece } from './piece';

/** Paths as Python's `pathlib` reads them. */

/** `str(PurePosixPath(text))`: without `.`, repeated slashes and a slash at the end; `..` stays. */
export function posixPath(text: string): string {
  const slashes = text.length - text.replace(/^\/+/, '').length;
  const root = slashes === 2 ? '//' : slashes > 0 ? '/' : '';
  return root + posixNames(text).join('/') || '.';
}

/** `PurePosixPath(text).parts`, without the root. */
export function posixNames(text: string): string[] {
  return text.split('/').filter((name) => name !== '' && name !== '.');
}

/** The absolute path of `text`, relative to `/`, with its `..` followed. */
export function absolutePath(text: string): string {
  const names: string[] = [];
  for (const name of posixNames(text)) {
    if (name === '..') names.pop();
    else names.push(name);
  }
  return `/${names.join('/')}`;
}

/** `PureWindowsPath(text).is_absolute()`: `C:\data`, `c:/data`, `\\server\share`. */
export function isWindowsAbsolute(text: string): boolean {
  const path = text.replaceAll('/', '\\');
  const isExtended = path.startsWith('\\\\?\\');
  const rest = isExtended ? path.slice(4).replace(/^UNC\\/, '\\\\') : path;
  const isShare = /^\\\\[^\\]+\\(?!\\)/.test(rest);
  return isShare || /^[a-z]:\\/i.test(rest) || (isExtended && rest.startsWith('\\'));
}

/** A Windows path as a Unix path: `C:\data\x` becomes `/data/x`. */
export function fromWindows(text: string): string {
  return absolutePath(text.replace(/^[a-z]:/i, '').replaceAll('\\', '/'));
}

/** Length of the Windows drive at the start of `text`: 2 for `C:\data` and `c:/data`, else 0. */
export function driveLength(text: string): number {
  return /^[a-z]:[\\/]/i.test(text) ? 2 : 0;
}

/** Splits at each `:` after the first `skip` characters. */
export function splitBehind(text: Piece, skip: number): Piece[] {
  const [first, ...others] = text.slice(skip).split(':');
  return [text.slice(0, skip + (first?.text.length ?? 0)), ...others];
}
