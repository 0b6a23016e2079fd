import { dirname, join } from 'node:path';
import { decode, type Profiles } from '../language';
import { bytesOf } from './bytes';
import type { Folders } from './folders';
import { keyOf, pathOf, uriOf } from './uris';

/**
 * The profiles of the folder that a file lies in; undefined if it has none. Mirrors `load_profile` of api/utils.py, for
 * a command line that runs in that folder.
 *
 * @param textOf the text of a file that is open in the editor, by its key
 */
export function profilesFor(
  uri: string,
  folders: Folders,
  textOf: (key: string) => string | undefined,
): Profiles | undefined {
  const path = pathOf(uri);
  const [folder] = path === undefined ? [] : folders.around(dirname(path));
  if (folder === undefined) return undefined;
  for (const name of ['profiles.yml', 'profiles.yaml']) {
    const at = join(folder, '.dstack', name);
    const file = uriOf(at);
    const text = textOf(keyOf(file));
    if (text !== undefined) return { uri: file, text };
    const bytes = folders.isFile(file) ? bytesOf(at) : undefined;
    if (bytes) return { uri: file, ...decode(bytes) };
  }
  return undefined;
}
