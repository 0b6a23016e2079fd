import { parseArgs } from 'node:util';
import { Analysis, type FixedAll } from '../language';
import { findingsOf, type Finding } from './check';
import { configurationFiles } from './files';
import { fixFile, fixSummary, untouched, type FixMode } from './fix';
import { reasonOf } from './failure';
import { FORMATS, isFormat } from './formats';
import { printedLine, printedPath } from './printed';
import { readSource, type Source } from './source';

const USAGE = `Usage: dstack-check check [--format ${Object.keys(FORMATS).join('|')}] [--fix [--dry-run]] PATH...

Checks dstack configuration files. A folder is searched for .dstack.yml, *.dstack.yml (also .yaml) and
.dstack/profiles.yml, except what Git ignores; a file or folder that is given itself is always checked. - reads from
standard input. Each file is checked once. Links in a folder are followed to files inside the given paths.

--fix makes the changes that have only one possible meaning, and reports what is left and why. With --dry-run it writes
nothing and prints a diff. With - the fixed text goes to standard output, and the report to standard error.

Exit code:
  0  no errors
  1  errors found, or left after --fix
  2  invalid usage, or a file could not be read or written (the other files are still checked)
`;

export interface Output {
  out(text: string | Uint8Array): void;
  err(text: string): void;
}

/** Runs one command line and gives the exit code. */
export function run(args: readonly string[], output: Output): 0 | 1 | 2 {
  let options;
  try {
    options = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        fix: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return usage(output, error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = options;
  if (values.help) {
    output.out(USAGE);
    return 0;
  }
  const [command, ...paths] = positionals;
  const format = values.format ?? 'text';
  if (command !== 'check')
    return usage(output, command ? `Unknown command: ${command}` : 'No command');
  if (!isFormat(format)) return usage(output, `Unknown format: ${format}`);
  if (paths.length === 0) return usage(output, 'No path');
  const dry = values['dry-run'] === true;
  if (dry && !values.fix) return usage(output, '--dry-run requires --fix');
  return check(paths, format, values.fix ? (dry ? 'diff' : 'write') : undefined, output);
}

function check(
  paths: readonly string[],
  format: keyof typeof FORMATS,
  fix: FixMode | undefined,
  output: Output,
): 0 | 1 | 2 {
  const findings: Finding[] = [];
  const results: { file: string; result: FixedAll }[] = [];
  let files = 0;
  let failed = false;
  const fail = (path: string, reason: string) => {
    failed = true;
    output.err(`${printedPath(path)}: ${printedLine(reason)}\n`);
  };
  for (const found of configurationFiles(paths)) {
    if ('failure' in found) {
      fail(found.path, found.failure);
      continue;
    }
    try {
      const source = readSource(found.path, found.target);
      const analysis = new Analysis(source);
      const result = fix && fixed(source, analysis, fix, output, fail);
      if (result) results.push({ file: found.path, result });
      findings.push(...findingsOf(found.path, result?.analysis ?? analysis));
      files++;
      for (const text of thrownBy(analysis, result?.analysis)) fail(found.path, text);
    } catch (error) {
      fail(found.path, reasonOf(error));
    }
  }
  // Standard output has the fixed text, so it can be piped on.
  const toReport = (text: string) =>
    fix === 'diff' || (fix && paths.includes('-')) ? output.err(text) : output.out(text);
  toReport(FORMATS[format](findings, files));
  // Formats for programs have no place for it.
  if (fix) {
    if (format === 'text') toReport(fixSummary(results));
    else output.err(fixSummary(results));
  }
  if (failed) return 2;
  return findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

/** One line for each check or fix that threw an exception, since its results are missing. */
function thrownBy(...analyses: readonly (Analysis | undefined)[]): ReadonlySet<string> {
  const all = analyses.flatMap((analysis) => analysis?.failures.all ?? []);
  return new Set(all.map(({ name, error }) => `${name} failed: ${String(error)}`));
}

/** The result for a file after it was fixed; if it cannot be written, the result before. */
function fixed(
  source: Source,
  analysis: Analysis,
  mode: FixMode,
  output: Output,
  fail: (path: string, reason: string) => void,
): FixedAll {
  try {
    return fixFile(source, analysis, mode, output.out);
  } catch (error) {
    fail(source.file, `was not fixed: ${reasonOf(error)}`);
    return untouched(analysis);
  }
}

function usage(output: Output, message: string): 2 {
  output.err(`${printedLine(message)}\n\n${USAGE}`);
  return 2;
}
