import { parseArgs } from 'node:util';
import { checkFile, type Finding } from './check';
import { configurationFiles } from './files';
import { FORMATS, isFormat } from './formats';

const USAGE = `Usage: dstack-check check [--format ${Object.keys(FORMATS).join('|')}] PATH...

Checks dstack configuration files. A folder is searched for .dstack.yml, *.dstack.yml (also .yaml) and
.dstack/profiles.yml; - reads from standard input.

Exit code: 0 no errors, 1 errors found, 2 wrong usage or a file that cannot be read.
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
  return check(paths, format, output);
}

function check(paths: readonly string[], format: keyof typeof FORMATS, output: Output): 0 | 1 | 2 {
  const findings: Finding[] = [];
  let files = 0;
  let unreadable = false;
  for (const path of paths) {
    try {
      for (const file of configurationFiles(path)) {
        findings.push(...checkFile(file));
        files++;
      }
    } catch (error) {
      unreadable = true;
      output.err(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  output.out(FORMATS[format](findings, files));
  if (unreadable) return 2;
  return findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

function usage(output: Output, message: string): 2 {
  output.err(`${message}\n\n${USAGE}`);
  return 2;
}
