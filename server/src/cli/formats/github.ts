import type { Severity } from '../../language';
import { printedMessage, printedPath } from '../printed';
import type { Format } from './format';
import { relativePath } from './relative-path';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'notice',
};

/** For GitHub Actions: workflow commands that become annotations of the changed lines. */
export const github: Format = (findings, _files, { checkout }) =>
  findings
    .map(({ file, line, column, endLine, endColumn, severity, code, message }) => {
      const path = printedPath(relativePath(file, checkout) ?? file);
      const place = `line=${line},col=${column},endLine=${endLine},endColumn=${endColumn}`;
      const properties = `file=${escapeProperty(path)},${place},title=${escapeProperty(code)}`;
      return `::${COMMANDS[severity]} ${properties}::${escapeData(printedMessage(message))}\n`;
    })
    .join('');

function escapeData(value: string): string {
  return value.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(value: string): string {
  return escapeData(value).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
