import { DSTACK_VERSION, releaseIn, UpgradeReport, type Text } from '../language';
import { reasonOf } from './failure';
import { configurationFiles, noConfigurations } from './files';
import { translateOf } from './locale';
import type { CheckOptions } from './options';
import type { Output } from './output';
import { printedLine, printedPath } from './printed';
import { readSource } from './source';
import { Surroundings } from './surroundings';

/**
 * Prints what an upgrade of dstack changes for each file, as Markdown for a pull request, in English. The exit code is 1
 * if a file breaks, 2 if a file cannot be read.
 */
export function explainUpgrade(
  { paths, exclude, dstackVersion = DSTACK_VERSION, stdinFilename, allowEmpty }: CheckOptions,
  older: string,
  output: Output,
): 0 | 1 | 2 {
  const report = new UpgradeReport(
    releaseIn(older) ?? older,
    releaseIn(dstackVersion) ?? DSTACK_VERSION,
  );
  const surroundings = new Surroundings(paths);
  let failed = false;
  const translate = translateOf(output);
  const fail = (path: string, reason: Text) => {
    failed = true;
    output.err(`${printedPath(path)}: ${printedLine(translate(reason))}\n`);
  };
  for (const found of configurationFiles(paths, exclude, stdinFilename)) {
    if ('note' in found) output.err(`${printedPath(found.path)}: ${translate(found.note)}\n`);
    else if ('failure' in found) fail(found.path, found.failure);
    else
      try {
        const source = readSource(found.path, found.target, stdinFilename);
        report.add(source.file, source, surroundings);
      } catch (error) {
        fail(found.path, reasonOf(error));
      }
  }
  const { report: text, files, breaks } = report.end();
  if (files === 0 && !failed && !allowEmpty) {
    output.err(`${translate(noConfigurations(paths))}\n`);
    return 2;
  }
  output.out(text);
  return failed ? 2 : breaks > 0 ? 1 : 0;
}
