import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

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
    return isConfigurationName(entry.name, folder) ? [path] : [];
  });
}

/** Whether dstack would take a file of this name for a configuration or for profiles. */
function isConfigurationName(name: string, folder: string): boolean {
  if (/\.dstack\.ya?ml$/.test(name)) return true;
  return /^profiles\.ya?ml$/.test(name) && basename(folder) === '.dstack';
}
