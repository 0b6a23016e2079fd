import type { MountPoint } from '../shorthand/mount-point';
import { code } from './markdown';

/** What is mounted, and where. */
export function explainMountPoint(mount: MountPoint): string {
  const target = `is mounted at ${code(mount.path)} in the container`;
  return 'name' in mount
    ? `The network volume ${code(mount.name)} ${target}.`
    : `The folder ${code(mount.instance_path)} of the instance ${target}; it stays on that instance.`;
}
