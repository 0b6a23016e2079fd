import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../agents/input';
import type { ToolHost } from '../agents/tools';
import { reasonOf } from '../cli/failure';
import { readSource, type Source } from '../cli/source';
import { Surroundings } from '../cli/surroundings';
import { Analysis, english, environmentOf, releaseInUse, type Environment } from '../language';

/** Reads files as the command line does, with what is on the disk around them. */
export const HOST: ToolHost = {
  analysisOf(text, filename, version) {
    const uri = filename === undefined ? 'stdin:' : uriAt(filename);
    return new Analysis({ uri, text }, environmentFor(filename ?? NEW, version));
  },
  fileAt: (path, version) => new Analysis(sourceAt(path), environmentFor(path, version)),
  environment: (version) => environmentFor(NEW, version),
};

/** A new file in the current folder. */
const NEW = '.dstack.yml';

const uriAt = (path: string) => pathToFileURL(resolve(path)).href;

function sourceAt(path: string): Source {
  try {
    // Resolved, because `-` is the standard input, which has the messages of the client.
    return readSource(resolve(path), realpathSync.native(path));
  } catch (error) {
    throw new InputError(`${path}: ${english(reasonOf(error))}.`);
  }
}

function environmentFor(path: string, version: string | undefined): Environment {
  const workspace = new Surroundings([path]);
  // Other files, which can define the names, are not read.
  workspace.index.complete = false;
  const release = releaseInUse({ setting: version, pin: workspace.pins.of(uriAt(path)) });
  return environmentOf({ workspace, release });
}
