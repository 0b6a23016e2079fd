import { t, type Text, type Translate } from '../language';
import { FORMATS } from './formats';
import { columnsOf, wrapped } from './wrap';

/** Columns of the text, and those before the descriptions of commands and of options. */
const WIDTH = 120;
const COMMAND = 10;
const OPTION = 25;

type Row = readonly [name: string, description: Text];

const COMMANDS: readonly Row[] = [
  [
    'check',
    t(
      'checks dstack configuration files. Without a path it checks the current folder. A folder is searched for {0} (also .yaml) and {1}, except what Git ignores; a file or folder that is given itself is always checked. PATH can be a pattern such as {2}. - reads from standard input. Each file is checked once. Links in a folder are followed to files inside the given paths.',
      '.dstack.yml, *.dstack.yml',
      '.dstack/profiles.yml',
      "'jobs/*.dstack.yml'",
    ),
  ],
  ['explain', t('prints the page of a problem code, or all codes.')],
  [
    'schema',
    t('prints the JSON Schema of configurations, of profiles, or of a type such as task.'),
  ],
  [
    'mcp',
    t('serves tools for coding agents (Model Context Protocol) on standard input and output.'),
  ],
];

const OPTIONS: readonly Row[] = [
  [
    '--format FORMAT',
    t('{0}; full is for people, text has one line per problem', Object.keys(FORMATS).join(', ')),
  ],
  [
    '--fix',
    t(
      'makes the changes that have only one possible meaning, and reports what is left and why. With - the fixed text goes to standard output, and the report to standard error',
    ),
  ],
  [
    '--dry-run',
    t(
      'with {0}: writes nothing and prints a diff, and the report to standard error; with a format for programs it is the other way round',
      '--fix',
    ),
  ],
  [
    '--dstack-version X',
    t(
      'judges by this release of dstack, such as 0.20 or 0.20.29. By default, or with auto, the version that the project pins decides, as in requirements.txt, else the newest known; a comment {0} in a file comes first',
      '"# dstack: 0.20"',
    ),
  ],
  [
    '--explain-upgrade-from X',
    t(
      'prints, as Markdown, what changes for each file if dstack is upgraded from release X to that of {0}, or to the newest; nothing else is checked',
      '--dstack-version',
    ),
  ],
  [
    '--exclude PATTERN',
    t(
      'leaves out what matches in the folders that are searched, like a line of .gitignore; repeatable',
    ),
  ],
  ['--stdin-filename NAME', t('the path to report for -')],
  ['--allow-empty', t('no files to check is not an error')],
  ['--max-warnings N', t('more warnings than N are an error')],
  ['-q, --quiet', t('reports errors alone')],
  ['--color WHEN', t('auto, always or never; auto also respects NO_COLOR and FORCE_COLOR')],
];

const OTHERS: readonly Row[] = [
  ['-V, --version', t('prints the version, and the release of dstack that decides')],
  ['-h, --help', t('prints this text')],
];

const CODES: readonly Row[] = [
  ['0', t('no errors')],
  [
    '1',
    t(
      'errors found, or left after {0}, or too many warnings; with {1}: a file that the newer release rejects',
      '--fix',
      '--explain-upgrade-from',
    ),
  ],
  [
    '2',
    t(
      'invalid usage, no files found, or a file could not be read or written (the other files are still checked)',
    ),
  ],
];

/** The help of the command line. */
export function usage(translate: Translate): string {
  const rows = (all: readonly Row[], indent: string, column: number) =>
    all.map((row) => rowOf(row, indent, column, translate)).join('');
  const head = translate(t('Usage:'));
  const margin = ' '.repeat(columnsOf(head));
  return [
    `${head} dstack-check check [OPTION...] [PATH...]\n`,
    ...['explain [CODE]', 'schema [TYPE]', 'mcp'].map((form) => `${margin} dstack-check ${form}\n`),
    `\n${rows(COMMANDS, '', COMMAND)}`,
    `\n${translate(t('Options of check:'))}\n${rows(OPTIONS, '  ', OPTION)}`,
    `\n${rows(OTHERS, '  ', OPTION)}`,
    `\n${translate(t('Exit code:'))}\n${rows(CODES, '  ', 5)}`,
  ].join('');
}

/** A name and its description from a column on, which begins below a name that is too long. */
function rowOf(
  [name, description]: Row,
  indent: string,
  column: number,
  translate: Translate,
): string {
  const lines = wrapped(translate(description), WIDTH - column);
  const head = indent + name;
  const isLong = head.length >= column;
  const first = isLong ? [head] : [];
  const others = lines.map((line, index) =>
    index === 0 && !isLong ? head.padEnd(column) + line : ' '.repeat(column) + line,
  );
  return [...first, ...others].map((line) => `${line}\n`).join('');
}
