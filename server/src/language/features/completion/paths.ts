import type { Entry } from '../../workspace/workspace';
import type { Completer } from './shorthand/completer';

/** Maximum number of entries of a folder. */
const LIMIT = 200;

/** Files and folders of the workspace, one part at a time: the content of the folder that is typed so far. */
export const completePath: Completer = (prefix, { localPath }, { workspace, uri }) => {
  // Paths from the root and from the home folder are outside the workspace; the container is after a colon.
  if (!workspace || !localPath || /^[/~\\]|:/.test(prefix)) return [];
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const place = folderUri(uri, folder);
  if (place === undefined) return [];
  return workspace
    .entries(place)
    .filter(({ isFolder }) => isFolder || localPath === 'any')
    .sort(byUse)
    .slice(0, LIMIT)
    .map(({ name, isFolder }) => ({
      text: `${folder}${name}${isFolder ? '/' : ''}`,
      note: isFolder ? 'folder' : 'file',
    }));
};

/** The folder `path`, relative to the folder of the document; undefined if the document has no folder. */
function folderUri(document: string, path: string): string | undefined {
  try {
    return new URL(path.split('/').map(encodeURIComponent).join('/') || '.', document).href;
  } catch {
    return undefined;
  }
}

/** Hidden ones come last, else in the order of names. */
function byUse(a: Entry, b: Entry): number {
  const hidden = Number(a.name.startsWith('.')) - Number(b.name.startsWith('.'));
  return hidden || (a.name < b.name ? -1 : 1);
}
