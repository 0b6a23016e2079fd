import { printedJson, printedLine, printedPath } from '../printed';
import type { Format } from './format';
import { full } from './full';
import { github } from './github';
import { gitlab } from './gitlab';
import { sarif } from './sarif';
import { totals } from './totals';

/** For editors and searches: one line per problem, and the totals. */
const text: Format = (findings, files, { all, translate }) => {
  const lines = findings.map(
    ({ file, line, column, severity, code, message }) =>
      `${printedPath(file)}:${line}:${column}: ${severity}: ${printedLine(message)} [${code}]\n`,
  );
  return `${lines.join('')}${translate(totals(all, files))}\n`;
};

/** For programs: an array of findings. `url` is the page about the code. */
const json: Format = (findings, _files, { package: pack }) =>
  printedJson(
    findings.map(({ excerpt: _, related, fixes, ...finding }) => ({
      ...finding,
      url: pack.pageUri(finding.code),
      related,
      fixes,
    })),
  );

/** The formats by the name that `--format` accepts. */
export const FORMATS = { full, text, json, sarif, github, gitlab } as const;

/** The names of the formats for people; the others are for programs. */
export const FOR_PEOPLE: readonly string[] = ['full', 'text'];

/** Whether `name` is one that `--format` accepts. */
export function isFormat(name: string): name is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, name);
}
