import { decode, type NotUtf8 } from '../language';
import { resolve } from 'node:path';
import { pathFrom } from '../disk/node-files';
import { uriOf } from '../disk/uris';
import { readRegularFile, readStandardInput, type Contents } from './read';

/** The content of a file when it was read. */
export interface Source {
  /** Its path as it is reported; `-` is standard input. */
  readonly file: string;
  readonly uri: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly notUtf8?: NotUtf8;
  /** Where a fixed text goes, and what must still be there; undefined for standard input. */
  readonly origin?: Origin;
}

/** A file on disk by its real path, and its metadata when it was read. */
export interface Origin extends Contents {
  readonly target: string;
}

/**
 * Reads the input `file`, whose real path is `target`. Throws if it cannot be read.
 *
 * @param stdinFilename the path of standard input; by default it has none
 */
export function readSource(file: string, target: string, stdinFilename?: string): Source {
  if (file === '-') {
    const uri = stdinFilename === undefined ? 'stdin:' : uriOf(pathFrom(resolve(stdinFilename)));
    return sourceOf(stdinFilename ?? file, uri, readStandardInput());
  }
  const contents = readRegularFile(target);
  const uri = uriOf(pathFrom(resolve(file)));
  return { ...sourceOf(file, uri, contents.bytes), origin: { target, ...contents } };
}

function sourceOf(file: string, uri: string, bytes: Buffer): Source {
  return { file, uri, bytes, ...decode(bytes) };
}
