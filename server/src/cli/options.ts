import { parseArgs } from 'node:util';
import { releaseIn } from '../language';
import { FORMATS, isFormat } from './formats';
import type { Color } from './formats/colors';
import type { FixMode } from './fix';

export const USAGE = `Usage: dstack-check check [OPTION...] [PATH...]
       dstack-check explain [CODE]
       dstack-check schema [TYPE]
       dstack-check mcp

check     checks dstack configuration files. Without a path it checks the current folder. A folder is searched for
          .dstack.yml, *.dstack.yml (also .yaml) and .dstack/profiles.yml, except what Git ignores; a file or folder that
          is given itself is always checked. PATH can be a pattern such as 'jobs/*.dstack.yml'. - reads from standard
          input. Each file is checked once. Links in a folder are followed to files inside the given paths.
explain   prints the page of a problem code, or all codes.
schema    prints the JSON Schema of configurations, of profiles, or of a type such as task.
mcp       serves tools for coding agents (Model Context Protocol) on standard input and output.

Options of check:
  --format FORMAT        ${Object.keys(FORMATS).join(', ')}; full is for people, text has one line per problem
  --fix                  makes the changes that have only one possible meaning, and reports what is left and why. With -
                         the fixed text goes to standard output, and the report to standard error
  --dry-run              with --fix: writes nothing and prints a diff
  --dstack-version X     judges by this release of dstack, such as 0.20 or 0.20.29. With auto, the version that the project
                         pins decides, as in requirements.txt; a comment "# dstack: 0.20" in a file comes first
  --explain-upgrade-from X
                         prints, as Markdown, what changes for each file if dstack is upgraded from release X to that of
                         --dstack-version, or to the newest; nothing else is checked
  --exclude PATTERN      leaves out what matches in the folders that are searched, like a line of .gitignore; repeatable
  --stdin-filename NAME  the path to report for -
  --allow-empty          no files to check is not an error
  --max-warnings N       more warnings than N are an error
  -q, --quiet            reports errors alone
  --color WHEN           auto, always or never; auto also respects NO_COLOR and FORCE_COLOR

  -V, --version          prints the version, and the release of dstack that decides
  -h, --help             prints this text

Exit code:
  0  no errors
  1  errors found, or left after --fix, or too many warnings
  2  invalid usage, no files found, or a file could not be read or written (the other files are still checked)
`;

/** What `check` was asked to do. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: keyof typeof FORMATS;
  readonly fix: FixMode | undefined;
  readonly exclude: readonly string[];
  /** A release of dstack, or `auto`; undefined for the newest. */
  readonly dstackVersion: string | undefined;
  /** The release from which an upgrade is explained. */
  readonly explainUpgradeFrom: string | undefined;
  readonly stdinFilename: string | undefined;
  readonly allowEmpty: boolean;
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly color: Color;
}

/** What a command line asks for, or why it is invalid. */
export type Request =
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'explain' | 'schema'; readonly name: string | undefined }
  | { readonly kind: 'help' | 'version' | 'mcp' }
  | { readonly kind: 'invalid'; readonly reason: string };

const NO_PATTERNS: string[] = [];

const OPTIONS = {
  format: { type: 'string', default: 'full' },
  fix: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'dstack-version': { type: 'string' },
  'explain-upgrade-from': { type: 'string' },
  exclude: { type: 'string', multiple: true, default: NO_PATTERNS },
  'stdin-filename': { type: 'string' },
  'allow-empty': { type: 'boolean', default: false },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean', short: 'q', default: false },
  color: { type: 'string', default: 'auto' },
  version: { type: 'boolean', short: 'V', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parsed = (args: readonly string[]) =>
  parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });

type Values = ReturnType<typeof parsed>['values'];

/** Reads a command line. */
export function requestOf(args: readonly string[]): Request {
  let command;
  try {
    command = parsed(args);
  } catch (error) {
    return invalid(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = command;
  const [name, ...others] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (name === 'check') return checkRequest(values, others);
  if (name !== 'explain' && name !== 'schema' && name !== 'mcp')
    return invalid(name ? `Unknown command: ${name}` : 'No command');
  const given = Object.keys(values).filter((key) => args.some((arg) => arg.startsWith(`--${key}`)));
  if (given[0] !== undefined) return invalid(`${name} has no option --${given[0]}`);
  if (name === 'mcp') return others.length > 0 ? invalid('mcp takes no names') : { kind: 'mcp' };
  if (others.length > 1) return invalid(`${name} needs one name at most`);
  return { kind: name, name: others[0] };
}

function checkRequest(values: Values, paths: readonly string[]): Request {
  const { format, color } = values;
  if (!isFormat(format)) return invalid(`Unknown format: ${format}`);
  if (!isColor(color)) return invalid('--color needs auto, always or never');
  if (values['dry-run'] && !values.fix) return invalid('--dry-run requires --fix');
  const most = values['max-warnings'];
  if (most !== undefined && !/^\d{1,9}$/.test(most))
    return invalid('--max-warnings needs a number');
  const dstackVersion = values['dstack-version'];
  if (dstackVersion !== undefined && dstackVersion !== 'auto' && !releaseIn(dstackVersion))
    return invalid('--dstack-version needs a release such as 0.20.29, or auto');
  const explainUpgradeFrom = values['explain-upgrade-from'];
  if (explainUpgradeFrom !== undefined && !releaseIn(explainUpgradeFrom))
    return invalid('--explain-upgrade-from needs a release such as 0.20.29');
  const stdinFilename = values['stdin-filename'];
  if (stdinFilename !== undefined && !paths.includes('-'))
    return invalid('--stdin-filename requires the path -');
  const options: CheckOptions = {
    paths: paths.length > 0 ? paths : ['.'],
    format,
    fix: values.fix ? (values['dry-run'] ? 'diff' : 'write') : undefined,
    dstackVersion,
    explainUpgradeFrom,
    exclude: values.exclude,
    stdinFilename,
    allowEmpty: values['allow-empty'],
    maxWarnings: most === undefined ? Infinity : Number(most),
    quiet: values.quiet,
    color,
  };
  return { kind: 'check', options };
}

function isColor(text: string): text is Color {
  return text === 'auto' || text === 'always' || text === 'never';
}

function invalid(reason: string): Request {
  return { kind: 'invalid', reason };
}
