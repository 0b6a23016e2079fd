import { sep } from 'node:path';
import { PROBLEM_TITLES, type Severity } from '../language';
import type { Finding } from './check';
import { printedJson } from './printed';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
};

/** SARIF 2.1.0, for code scanning services. Paths are given as they were on the command line. */
export function sarif(findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dstack-check',
            rules: codes.map((id) => ({ id, shortDescription: { text: PROBLEM_TITLES[id] } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(toResult),
      },
    ],
  };
  return printedJson(log);
}

function toResult(finding: Finding) {
  const { file, line, column, endLine, endColumn, severity, code, message } = finding;
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}

/** A path as a URI reference: all characters with a meaning in a URI are escaped, except `/`. */
function uriOf(file: string): string {
  const path = sep === '/' ? file : file.replaceAll(sep, '/');
  // A lone surrogate, which can occur in file names on Windows, has no escape.
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
