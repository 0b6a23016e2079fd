import { decode, type Profiles } from '../language';
import type { Folders } from './folders';
import { folderOf, joined } from './paths';
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
  const [folder] = path === undefined ? [] : folders.around(folderOf(path));
  if (folder === undefined) return undefined;
  for (const name of ['profiles.yml', 'profiles.yaml']) {
    const file = uriOf(joined(folder, `.dstack/${name}`));
    const text = textOf(keyOf(file));
    if (text !== undefined) return { uri: file, text };
    const bytes = folders.read(file);
    if (bytes) return { uri: file, ...decode(bytes) };
  }
  return undefined;
}
