import type { Severity } from '../language';
import type { Finding } from './check';
import { printedJson, printedLine, printedMessage, printedPath } from './printed';
import { sarif } from './sarif';

/** Prints the findings of a run over `files` files. */
export type Format = (findings: readonly Finding[], files: number) => string;

/** For people: one line per problem, and the totals. */
const text: Format = (findings, files) => {
  const lines = findings.map(
    ({ file, line, column, severity, code, message }) =>
      `${printedPath(file)}:${line}:${column}: ${severity}: ${printedLine(message)} [${code}]\n`,
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.length - errors;
  const sum = `${count(files, 'file')} checked: ${count(errors, 'error')}, ${count(others, 'warning')}.`;
  return `${lines.join('')}${sum}\n`;
};

/** For programs: an array of findings. */
const json: Format = (findings) => printedJson(findings);

const GITHUB_COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'notice',
};

/** For GitHub Actions: workflow commands that become annotations of the changed lines. */
const github: Format = (findings) =>
  findings
    .map(({ file, line, column, endLine, endColumn, severity, code, message }) => {
      const place = `line=${line},col=${column},endLine=${endLine},endColumn=${endColumn}`;
      const properties = `file=${escapeProperty(printedPath(file))},${place},title=${escapeProperty(code)}`;
      return `::${GITHUB_COMMANDS[severity]} ${properties}::${escapeData(printedMessage(message))}\n`;
    })
    .join('');

/** The formats by the name that `--format` accepts. */
export const FORMATS = { text, json, sarif, github } as const;

/** Whether `name` is one that `--format` accepts. */
export function isFormat(name: string): name is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, name);
}

/** A number and its noun, in the plural unless it is one. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function escapeData(value: string): string {
  return value.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(value: string): string {
  return escapeData(value).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
