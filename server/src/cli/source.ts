import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A file as it was read. */
export interface Source {
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  /** Whether `text` is all that the file holds: bytes that are no UTF-8 are lost in it. */
  readonly whole: boolean;
}

/** Reads a file; `-` is standard input. Throws where it cannot be read. */
export function readSource(file: string): Source {
  const bytes = readFileSync(file === '-' ? 0 : file);
  const text = bytes.toString('utf8');
  const uri = file === '-' ? 'stdin:' : pathToFileURL(resolve(file)).href;
  return { file, uri, text, whole: Buffer.from(text).equals(bytes) };
}
