import type { FileMapping } from '../shorthand/file-mapping';
import type { MountPoint } from '../shorthand/mount-point';
import type { Ports } from '../shorthand/ports';
import type { RepoSpec } from '../shorthand/repo';
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

/** What is mounted, and where. */
export function explainMountPoint(mount: MountPoint): string {
  const target = `is mounted at ${code(mount.path)} in the container`;
  return 'name' in mount
    ? `The network volume ${code(mount.name)} ${target}.`
    : `The folder ${code(mount.instance_path)} of the instance ${target}; it stays on that instance.`;
}

/** Which repo is cloned, and where to. */
export function explainRepo({ local_path, url, path = '.' }: RepoSpec): string {
  return `${source(local_path, url)} is cloned in the container, ${placeInContainer(path)}.`;
}

function source(localPath: string | undefined, url = ''): string {
  if (localPath === undefined) return `The repo ${code(url)}`;
  if (localPath === '.' || localPath === './') return 'The repo that this file is in';
  return `The repo in ${code(localPath)} of your machine`;
}

/** Which port of the user's machine leads to which of the container. */
export function explainPortMapping({ local_port, container_port }: Ports): string {
  const target = `port ${String(container_port)} of the container`;
  if (local_port === null) return `Any free port on your machine → ${target}.`;
  return `\`localhost:${String(local_port)}\` on your machine → ${target}.`;
}

/** The port of a service. */
export function explainServicePort({ container_port }: Ports): string {
  return `The service listens on port ${String(container_port)} of its container.`;
}
