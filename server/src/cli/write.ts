import { randomBytes } from 'node:crypto';
import {
  accessSync,
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
import { t } from '../language';
import { codeOf, Failure } from './failure';
import { isSameVersion, openInPlace, readRegularFile } from './read';
import type { Origin } from './source';

/**
 * Replaces the content of a file by `text` atomically: other readers find the old text or the new one, even if this
 * process is killed. Its owner, group and mode are kept, and so are links to it. Throws if that is not possible, or if
 * the file is no longer what was read; the file is then unchanged, and no other file is left. A file with hard links is
 * rejected, since its other names would keep the old text. So is a file that this user may not write, or whose owner or
 * group cannot be kept.
 */
export function replaceFile(origin: Origin, text: string): void {
  const { target, entry } = origin;
  refuseUnwritable(origin);
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

/** Throws if a file or its folder may not be written, or if the file has hard links. Nothing is written. */
export function refuseUnwritable({ target, entry }: Origin): void {
  if (entry.nlink > 1n) throw new Failure(t('it has {0} names (hard links)', String(entry.nlink)));
  // Also if the folder would allow replacing a read-only file.
  closeSync(openInPlace(target, constants.O_WRONLY));
  accessSync(dirname(target), constants.W_OK);
}

/** Gives a new file the owner, the group and the mode of another. */
function keepRights(descriptor: number, { uid, gid, mode }: BigIntStats): void {
  const made = fstatSync(descriptor, { bigint: true });
  try {
    if (made.uid !== uid || made.gid !== gid) fchownSync(descriptor, Number(uid), Number(gid));
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
    throw new Failure(t('its owner or group cannot be kept'));
  }
  // After the owner, since changing it clears set-user-ID bits; and the umask may have cleared others.
  fchmodSync(descriptor, Number(mode & 0o7777n));
}

/** The last check before the file is replaced: other changes are not lost, and its path is not a link now. */
function refuseChanged({ target, bytes, entry }: Origin, temporary: string): void {
  const now = readRegularFile(target);
  const isInPlace =
    realpathSync.native(target) === target && realpathSync.native(temporary) === temporary;
  if (!isInPlace || !isSameVersion(now.entry, entry) || !now.bytes.equals(bytes))
    throw new Failure(t('it was changed in the meantime'));
}
