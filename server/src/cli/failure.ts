import { english, t, verbatim, type Text } from '../language';
import { isRecord } from '../language/base/lookup';

/** The reason why a file was not checked or written, worded to follow its path: `a.dstack.yml: is a folder`. */
export class Failure extends Error {
  constructor(readonly text: Text) {
    super(english(text));
  }
}

const REASONS: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    EACCES: t('permission denied'),
    EBUSY: t('another program uses it'),
    EDQUOT: t('the disk quota is exceeded'),
    EFBIG: t('the system allows no file of this size'),
    EIO: t('the disk reports an error'),
    EISDIR: t('is a folder, not a file'),
    ELOOP: t('is a link to itself'),
    EMFILE: t('too many files are open'),
    ENAMETOOLONG: t('the path is too long'),
    ENFILE: t('too many files are open'),
    ENOENT: t('no such file or folder'),
    ENOSPC: t('no space left on the disk'),
    ENOTDIR: t('a part of the path is not a folder'),
    ENXIO: t('is a socket or a device, not a file'),
    EPERM: t('permission denied'),
    EROFS: t('the file system is read-only'),
  }),
);

/** Why something failed, in our own words if Node gives the code of a system error. */
export function reasonOf(error: unknown): Text {
  if (error instanceof Failure) return error.text;
  const code = codeOf(error);
  const known = code === undefined ? undefined : REASONS.get(code);
  if (known !== undefined) return known;
  return verbatim(error instanceof Error ? error.message : String(error));
}

/** The code of an error of the system, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code = isRecord(error) ? error.code : undefined;
  return typeof code === 'string' && REASONS.has(code) ? code : undefined;
}
