import { parseArgs } from 'node:util';
import { DSTACK_VERSION, OLDEST_RELEASE, releaseIn, t, verbatim, type Text } from '../language';
import { lookup } from '../language/base/lookup';
import { closest } from '../language/base/spelling';
import { isBefore } from '../language/release/version';
import { FOR_PEOPLE, FORMATS, isFormat } from './formats';
import type { Color } from './formats/colors';
import type { FixMode } from './fix';

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
  | { readonly kind: 'invalid'; readonly reason: Text };

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

const NAMES = Object.keys(OPTIONS).map((name) => `--${name}`);

const COMMANDS = ['check', 'explain', 'schema', 'mcp'];

const parsed = (args: readonly string[]) =>
  parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });

type Values = ReturnType<typeof parsed>['values'];

/** Reads a command line. */
export function requestOf(args: readonly string[]): Request {
  let command;
  try {
    command = parsed(args);
  } catch (error) {
    return invalid(wrongOption(error));
  }
  const { values, positionals } = command;
  const [name, ...others] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (name === 'check') return checkRequest(values, others);
  if (name !== 'explain' && name !== 'schema' && name !== 'mcp')
    return invalid(unknownCommand(name));
  const given = Object.keys(values).filter((key) => args.some((arg) => arg.startsWith(`--${key}`)));
  if (given[0] !== undefined) return invalid(t('{0} has no option --{1}', name, given[0]));
  if (name === 'mcp') return others.length > 0 ? invalid(t('mcp takes no names')) : { kind: 'mcp' };
  if (others.length > 1) return invalid(t('{0} needs one name at most', name));
  return { kind: name, name: others[0] };
}

/** Why Node rejects the options. */
function wrongOption(error: unknown): Text {
  const { code, message } = error as NodeJS.ErrnoException;
  // The option is nowhere else: '-q, --quiet' or '--format <value>'.
  const [, option = ''] = /'(?:-\w, )?(-[^' ]*)/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const [near] = closest(option, NAMES);
    return near === undefined
      ? t('Unknown option: {0}.', option)
      : t('Unknown option: {0}. Did you mean {1}?', option, near);
  }
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return verbatim(message);
  return lookup(OPTIONS, option.slice(2))?.type === 'boolean'
    ? t('{0} takes no value.', option)
    : t('{0} needs a value: {1}', option, `${option}=…`);
}

function unknownCommand(name: string | undefined): Text {
  const all = COMMANDS.join(', ');
  if (!name) return t('No command. There are {0}.', all);
  const [near] = closest(name, COMMANDS);
  return near === undefined
    ? t('Unknown command: {0}. There are {1}.', name, all)
    : t('Unknown command: {0}. Did you mean {1}? There are {2}.', name, near, all);
}

function checkRequest(values: Values, paths: readonly string[]): Request {
  const { format, color } = values;
  if (!isFormat(format))
    return invalid(
      t('Unknown format: {0}. There are {1}.', format, Object.keys(FORMATS).join(', ')),
    );
  if (!isColor(color)) return invalid(t('--color needs auto, always or never'));
  if (values['dry-run'] && !values.fix) return invalid(t('--dry-run requires --fix'));
  const unused = unusedOption(values);
  if (unused !== undefined)
    return invalid(t('{0} cannot be used with {1}', unused, '--explain-upgrade-from'));
  const most = values['max-warnings'];
  if (most !== undefined && !/^\d{1,9}$/.test(most))
    return invalid(t('--max-warnings needs a number'));
  const dstackVersion = values['dstack-version'];
  if (dstackVersion !== undefined && dstackVersion !== 'auto' && !releaseIn(dstackVersion))
    return invalid(t('--dstack-version needs a release such as 0.20.29, or auto'));
  const explainUpgradeFrom = values['explain-upgrade-from'];
  if (explainUpgradeFrom !== undefined && !releaseIn(explainUpgradeFrom))
    return invalid(t('--explain-upgrade-from needs a release such as 0.20.29'));
  for (const [option, asked] of [
    ['--dstack-version', dstackVersion],
    ['--explain-upgrade-from', explainUpgradeFrom],
  ] as const)
    if (isTooOld(asked))
      return invalid(
        t(
          '{0} needs dstack {1} or newer (the newest known is {2})',
          option,
          OLDEST_RELEASE,
          DSTACK_VERSION,
        ),
      );
  const stdinFilename = values['stdin-filename'];
  if (stdinFilename !== undefined && !paths.includes('-'))
    return invalid(t('--stdin-filename requires the path -'));
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

function isTooOld(asked: string | undefined): boolean {
  const release = releaseIn(asked ?? '');
  return release !== undefined && isBefore(release, OLDEST_RELEASE);
}

/** The option that means nothing for the report about an upgrade. */
function unusedOption(values: Values): string | undefined {
  if (values['explain-upgrade-from'] === undefined) return undefined;
  if (values.fix) return '--fix';
  if (values.quiet) return '--quiet';
  if (values['max-warnings'] !== undefined) return '--max-warnings';
  // The report has one release for all files, and each can have another pin.
  if (values['dstack-version'] === 'auto') return '--dstack-version=auto';
  return FOR_PEOPLE.includes(values.format) ? undefined : `--format=${values.format}`;
}

function isColor(text: string): text is Color {
  return text === 'auto' || text === 'always' || text === 'never';
}

function invalid(reason: Text): Request {
  return { kind: 'invalid', reason };
}
