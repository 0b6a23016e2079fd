import type { RepoSpec } from '../shorthand/repo';
import { code } from './markdown';
import { placeInContainer } from './file-mapping';

/** Which repo is cloned, and where to. */
export function explainRepo({ local_path, url, path = '.' }: RepoSpec): string {
  return `${source(local_path, url)} is cloned in the container, ${placeInContainer(path)}.`;
}

function source(localPath: string | undefined, url = ''): string {
  if (localPath === undefined) return `The repo ${code(url)}`;
  if (localPath === '.' || localPath === './') return 'The repo that this file is in';
  return `The repo in ${code(localPath)} of your machine`;
}
