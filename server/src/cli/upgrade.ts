import { DSTACK_VERSION, releaseIn, upgradeChanges, type UpgradeChange } from '../language';
import { reasonOf } from './failure';
import { configurationFiles } from './files';
import type { CheckOptions } from './options';
import type { Output } from './output';
import { printedLine, printedPath } from './printed';
import { readSource } from './source';

const WORDS: Readonly<Record<UpgradeChange['kind'], string>> = {
  breaks: 'Rejected from now on',
  read: 'Read as something else until now, rejected from now on',
  deprecated: 'Deprecated',
};

/**
 * Prints what an upgrade of dstack changes for each file, as Markdown for a pull request. The exit code is 1 if a file
 * breaks, 2 if a file cannot be read.
 */
export function explainUpgrade(
  { paths, exclude, dstackVersion = DSTACK_VERSION, stdinFilename }: CheckOptions,
  older: string,
  output: Output,
): 0 | 1 | 2 {
  const [from, to] = [releaseIn(older) ?? older, releaseIn(dstackVersion) ?? DSTACK_VERSION];
  const sections: string[] = [];
  let [files, breaks, failed] = [0, 0, false];
  for (const found of configurationFiles(paths, exclude)) {
    if (!('target' in found)) continue;
    try {
      const source = readSource(found.path, found.target, stdinFilename);
      const changes = upgradeChanges(source, from, to);
      files++;
      breaks += changes.some(({ kind }) => kind !== 'deprecated') ? 1 : 0;
      if (changes.length > 0) sections.push(section(source.file, changes));
    } catch (error) {
      failed = true;
      output.err(`${printedPath(found.path)}: ${printedLine(reasonOf(error))}\n`);
    }
  }
  output.out(`## Upgrade from dstack ${from} to ${to}\n\n`);
  output.out(sections.join('\n'));
  const rest = files - sections.length;
  output.out(
    `${sections.length > 0 ? '\n' : ''}${String(files)} files: ${String(breaks)} break, nothing changes for ${String(rest)}.\n`,
  );
  return failed ? 2 : breaks > 0 ? 1 : 0;
}

function section(file: string, changes: readonly UpgradeChange[]): string {
  const lines = changes.map(
    ({ kind, line, message }) =>
      `- **${WORDS[kind]}**, line ${String(line)}: ${printedLine(message)}`,
  );
  return `### \`${printedPath(file)}\`\n\n${lines.join('\n')}\n`;
}
