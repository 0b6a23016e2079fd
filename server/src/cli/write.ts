import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  type BigIntStats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, Failure } from './failure';
import { isSameVersion, openInPlace, readRegularFile } from './read';
import type { Origin } from './source';

/**
 * Replaces a file by `text` at once: whoever reads it meanwhile, and whoever ends this process, finds the old text or the
 * new one. Its owner, group and mode stay, and links that lead to it still do. Throws where that is not possible, and where
 * the file is not what was read any more; the file is then left as it is, and nothing is left beside it.
 *
 * A file with several names (hard links) is refused, since the others would keep the old text; a file that this user may
 * not write or whose owner or group cannot be kept is refused as well.
 */
export function replaceFile(origin: Origin, text: string): void {
  const { target, entry } = origin;
  if (entry.nlink > 1n) throw new Failure(`it has ${String(entry.nlink)} names (hard links)`);
  // Also where the folder would allow to replace a file that is read-only.
  closeSync(openInPlace(target, constants.O_WRONLY));
  const temporary = join(dirname(target), `.dstack-check-${randomBytes(16).toString('hex')}.tmp`);
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(descriptor, text);
      keepRights(descriptor, entry);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    refuseChanged(origin, temporary);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Gives a new file the owner, the group and the mode of another. */
function keepRights(descriptor: number, { uid, gid, mode }: BigIntStats): void {
  const made = fstatSync(descriptor, { bigint: true });
  try {
    if (made.uid !== uid || made.gid !== gid) fchownSync(descriptor, Number(uid), Number(gid));
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
    throw new Failure('its owner or group cannot be kept');
  }
  // After the owner, which takes set-user-ID bits away; and whatever the umask has taken.
  fchmodSync(descriptor, Number(mode & 0o7777n));
}

/** The last look before the file is replaced: nobody's change is lost, and no link has come into its path. */
function refuseChanged({ target, bytes, entry }: Origin, temporary: string): void {
  const now = readRegularFile(target);
  const isInPlace =
    realpathSync.native(target) === target && realpathSync.native(temporary) === temporary;
  if (!isInPlace || !isSameVersion(now.entry, entry) || !now.bytes.equals(bytes))
    throw new Failure('it was changed in the meantime');
}
