import { basename, dirname } from 'node:path';

/** Whether dstack would read a file at this path as a configuration or as profiles. */
export function isConfiguration(path: string): boolean {
  const name = basename(path);
  if (/\.dstack\.ya?ml$/.test(name)) return true;
  return /^profiles\.ya?ml$/.test(name) && basename(dirname(path)) === '.dstack';
}
