import { printedLine, printedPath } from '../printed';
import type { Format } from './format';
import { full } from './full';
import { github } from './github';
import { gitlab } from './gitlab';
import { json } from './json';
import { sarif } from './sarif';
import { totals } from './totals';

/** For editors and searches: one line per problem, and the totals. */
const text: Format = (findings, files, { translate }) => {
  const lines = findings.map(
    ({ file, line, column, severity, code, message }) =>
      `${printedPath(file)}:${line}:${column}: ${severity}: ${printedLine(message)} [${code}]\n`,
  );
  return `${lines.join('')}${translate(totals(findings, files))}\n`;
};

/** The formats by the name that `--format` accepts. */
export const FORMATS = { full, text, json, sarif, github, gitlab } as const;

/** Whether `name` is one that `--format` accepts. */
export function isFormat(name: string): name is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, name);
}
