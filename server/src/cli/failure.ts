import { isRecord } from '../language/base/lookup';

/** The reason why a file was not checked or written, worded to follow its path: `a.dstack.yml: is a folder`. */
export class Failure extends Error {}

const REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EACCES: 'permission denied',
    EBUSY: 'another program uses it',
    EDQUOT: 'the disk quota is exceeded',
    EFBIG: 'the system allows no file of this size',
    EIO: 'the disk reports an error',
    EISDIR: 'is a folder, not a file',
    ELOOP: 'is a link to itself',
    EMFILE: 'too many files are open',
    ENAMETOOLONG: 'the path is too long',
    ENFILE: 'too many files are open',
    ENOENT: 'no such file or folder',
    ENOSPC: 'no space left on the disk',
    ENOTDIR: 'a part of the path is not a folder',
    ENXIO: 'is a socket or a device, not a file',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
  }),
);

/** Why something failed, in our own words if Node gives the code of a system error. */
export function reasonOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const code = codeOf(error);
  const known = code === undefined ? undefined : REASONS.get(code);
  if (known !== undefined) return known;
  return error instanceof Error ? error.message : String(error);
}

/** The code of an error of the system, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code = isRecord(error) ? error.code : undefined;
  return typeof code === 'string' && REASONS.has(code) ? code : undefined;
}
