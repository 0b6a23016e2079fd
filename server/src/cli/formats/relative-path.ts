import { isAbsolute, relative, sep } from 'node:path';

/** The path of a file below the current folder, from there and with `/`; undefined for a file elsewhere. */
export function relativePath(file: string): string | undefined {
  const below = isAbsolute(file) ? relative('', file) : file;
  if (isAbsolute(below) || below.split(sep)[0] === '..') return undefined;
  const path = sep === '/' ? below : below.replaceAll(sep, '/');
  return path.replace(/^\.\//, '');
}
