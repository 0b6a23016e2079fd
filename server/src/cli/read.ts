import { isRecord } from '../language/base/lookup';
import { closeSync, constants, fstatSync, openSync, readSync, type BigIntStats } from 'node:fs';
import { MAX_FILE_BYTES, t } from '../language';
import { Failure } from './failure';
import { KINDS, otherKind } from './files';

/** How often a file is read again if it changes while it is being read. */
const ATTEMPTS = 3;

/** Milliseconds between two reads of an input without data. */
const WAIT = 10;

/** The bytes of a file, and its metadata at that moment. */
export interface Contents {
  readonly bytes: Buffer;
  readonly entry: BigIntStats;
}

/**
 * Reads a whole regular file in one consistent state. `target` is its real path: a link there is not followed. Throws
 * for anything else without waiting for it, for files longer than `MAX_FILE_BYTES`, and if the file keeps changing.
 */
export function readRegularFile(target: string): Contents {
  const descriptor = openInPlace(target, constants.O_RDONLY);
  try {
    const other = otherKind(fstatSync(descriptor));
    if (other !== undefined) throw new Failure(KINDS[other]);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const before = fstatSync(descriptor, { bigint: true });
      if (before.size > MAX_FILE_BYTES) throw tooLarge(before.size);
      const bytes = readAll(descriptor, 0);
      const entry = fstatSync(descriptor, { bigint: true });
      if (isSameVersion(before, entry)) return { bytes, entry };
    }
    throw new Failure(t('changes while it is being read'));
  } finally {
    closeSync(descriptor);
  }
}

/** Windows has neither of them, although the types say so. */
const { O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;

/** Opens a real path, without following a link that has replaced it and without waiting for a pipe. */
export function openInPlace(target: string, access: number): number {
  return openSync(target, access | O_NONBLOCK | O_NOFOLLOW);
}

/** Reads standard input to its end. */
export function readStandardInput(): Buffer {
  return readAll(0, null);
}

/** What one read takes at most; all reads share it. */
const CHUNK = Buffer.allocUnsafeSlow(64 * 1024);

function readAll(descriptor: number, from: number | null): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const count = readSome(descriptor, CHUNK, from === null ? null : from + length);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(Buffer.from(CHUNK.subarray(0, count)));
    length += count;
    if (length > MAX_FILE_BYTES) throw tooLarge(undefined);
  }
}

/** Reads the available bytes, and waits for them if the input does not block; 0 at the end. */
function readSome(descriptor: number, chunk: Buffer, position: number | null): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, position);
    } catch (error) {
      const code = isRecord(error) ? error.code : undefined;
      // Windows reports this error at the end of a pipe.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN' || position !== null) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
    }
  }
}

/** Whether a file has not changed between two checks. */
export function isSameVersion(one: BigIntStats, other: BigIntStats): boolean {
  return (
    one.dev === other.dev &&
    one.ino === other.ino &&
    one.size === other.size &&
    one.mtimeNs === other.mtimeNs &&
    one.ctimeNs === other.ctimeNs
  );
}

function tooLarge(size: bigint | undefined): Failure {
  const most = megabytes(MAX_FILE_BYTES);
  return new Failure(
    size === undefined
      ? t('is too large to check: at most {0} are read', most)
      : t('is too large to check ({1}): at most {0} are read', most, megabytes(Number(size))),
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1)} MB`;
}
