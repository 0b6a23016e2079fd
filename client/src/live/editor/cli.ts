import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { workspace } from 'vscode';

const NAMES = process.platform === 'win32' ? ['dstack.exe', 'dstack.cmd'] : ['dstack'];

/**
 * The absolute path of the user's own `dstack`: of the setting, which has machine scope, else the first in the absolute
 * folders of PATH outside of the workspace. Undefined if there is none.
 */
export function findCli(): string | undefined {
  const set = workspace.getConfiguration('dstack.live').get<string>('cli', '');
  if (set !== '') return isAbsolute(set) ? set : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const own = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  return folders
    .filter((folder) => isAbsolute(folder) && !own.some((one) => isWithin(one, folder)))
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isProgram);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
