import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { MAX_FILE_BYTES } from '../language';

/**
 * The bytes of a file; undefined if it cannot be read, is not a file or has more than `MAX_FILE_BYTES`. It reads
 * synchronously: for thousands of small files, waiting for each step costs ten times as much. A pipe does not block it.
 */
export function bytesOf(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const entry = fstatSync(file);
    return entry.isFile() && entry.size <= MAX_FILE_BYTES ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A short hash of a text. */
export function hashOfText(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
