import { parseArgs } from 'node:util';
import { Analysis } from '../language';
import { findingsOf, type Finding } from './check';
import { configurationFiles } from './files';
import { fixFile, type FixMode } from './fix';
import { FORMATS, isFormat } from './formats';
import { readSource } from './source';

const USAGE = `Usage: dstack-check check [--format ${Object.keys(FORMATS).join('|')}] [--fix [--dry-run]] PATH...

Checks dstack configuration files. A folder is searched for .dstack.yml, *.dstack.yml (also .yaml) and
.dstack/profiles.yml; - reads from standard input.

--fix makes the changes that cannot alter what a file means, and reports what is left. With --dry-run it writes nothing
and prints a diff. With - the text goes to standard output, and what is left to standard error.

Exit code: 0 no errors, 1 errors found (with --fix: left), 2 wrong usage or a file that cannot be read or written.
`;

export interface Output {
  out(text: string): void;
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
  if (dry && !values.fix) return usage(output, '--dry-run goes with --fix');
  return check(paths, format, values.fix ? (dry ? 'diff' : 'write') : undefined, output);
}

function check(
  paths: readonly string[],
  format: keyof typeof FORMATS,
  fix: FixMode | undefined,
  output: Output,
): 0 | 1 | 2 {
  const findings: Finding[] = [];
  let files = 0;
  let unreadable = false;
  for (const path of paths) {
    try {
      for (const file of configurationFiles(path)) {
        const source = readSource(file);
        const analysis = new Analysis(source);
        const left = fix ? fixFile(source, analysis, fix, output.out) : analysis;
        findings.push(...findingsOf(file, left));
        files++;
      }
    } catch (error) {
      unreadable = true;
      output.err(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const report = FORMATS[format](findings, files);
  // Standard output holds what was fixed, so that it can be piped on.
  if (fix === 'diff' || (fix && paths.includes('-'))) output.err(report);
  else output.out(report);
  if (unreadable) return 2;
  return findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

function usage(output: Output, message: string): 2 {
  output.err(`${message}\n\n${USAGE}`);
  return 2;
}
