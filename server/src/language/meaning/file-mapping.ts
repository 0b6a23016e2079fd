import type { FileMapping } from '../shorthand/file-mapping';
import { code } from './markdown';

/** What is uploaded, and where it appears. */
export function explainFileMapping({ local_path, path }: FileMapping): string {
  const target = local_path === path ? 'at the same path' : placeInContainer(path);
  return `${localPlace(local_path)} is copied to the container, ${target}.`;
}

/** A folder or file of the user's machine; relative ones start at the configuration file. */
export function localPlace(path: string): string {
  if (path === '.' || path === './') return 'The folder of this file';
  return `${code(path)} of your machine`;
}

/** A place in the container; relative ones start at the working directory. */
export function placeInContainer(path: string): string {
  if (path === '.' || path === './') return 'into the working directory';
  return `at ${code(path)}${/^[/~]/.test(path) ? '' : ' in the working directory'}`;
}

/** A place in the container that stands by itself. */
export function explainContainerPath(path: string): string {
  return `In the container ${placeInContainer(path)}.`;
}
