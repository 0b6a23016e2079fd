import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Folders that hold no configurations of the user's own. */
const SKIPPED = new Set(['node_modules', '.git', '.venv', 'venv', '__pycache__']);

/** The files to check for a path of the command line: itself, or all configurations below a folder, sorted. */
export function configurationFiles(path: string): string[] {
  if (path === '-' || !statSync(path).isDirectory()) return [path];
  return filesBelow(path);
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    // Links to folders are not followed, so that a cycle cannot trap the search.
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(path);
    return isConfiguration(path) ? [path] : [];
  });
}

/** Whether dstack would take a file at this path for a configuration or for profiles. */
export function isConfiguration(path: string): boolean {
  const name = basename(path);
  if (/\.dstack\.ya?ml$/.test(name)) return true;
  return /^profiles\.ya?ml$/.test(name) && basename(dirname(path)) === '.dstack';
}
