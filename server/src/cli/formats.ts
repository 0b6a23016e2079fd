import type { Finding } from './check';

type Format = (findings: readonly Finding[], files: number) => string;

const text: Format = (findings, files) => {
  const lines = findings.map(
    ({ file, line, column, severity, code, message }) =>
      `${file}:${line}:${column}: ${severity}: ${message.replace(/\n/g, ' ')} [${code}]\n`,
  );
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const others = findings.length - errors;
  return `${lines.join('')}${count(files, 'file')} checked: ${count(errors, 'error')}, ${count(others, 'warning')}.\n`;
};

const json: Format = (findings) => `${JSON.stringify(findings, null, 2)}\n`;

/** How findings are printed, by the name that `--format` takes. */
export const FORMATS = { text, json } as const;

export function isFormat(name: string): name is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, name);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
