import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ToolHost } from '../agents/tools';
import { readSource } from '../cli/source';
import { Surroundings } from '../cli/surroundings';
import { Analysis, environmentOf, type TextSource } from '../language';

/** Reads files as the command line does, with what is on the disk around them. */
export const HOST: ToolHost = {
  analysisOf(text, filename) {
    const uri = filename === undefined ? 'stdin:' : pathToFileURL(resolve(filename)).href;
    return analysisAt(filename ?? '-', { uri, text });
  },
  fileAt: (path) => analysisAt(path, readSource(path, realpathSync(path))),
};

function analysisAt(path: string, source: TextSource): Analysis {
  const surroundings = new Surroundings([path]);
  // Other files, which can define the names, are not read.
  surroundings.index.complete = false;
  return new Analysis(source, environmentOf({ workspace: surroundings }));
}
