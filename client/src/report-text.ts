import { knownLines } from './known-lines';

/** One of our settings, as package.json declares it. */
export interface DeclaredSetting {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

/** The input of a report. No value is used unless it is checked here. */
export interface Facts {
  /** The version of the extension. */
  readonly version: string;
  readonly dstack: string | undefined;
  readonly editor: string;
  readonly isDesktop: boolean;
  readonly remoteName: string | undefined;
  readonly platform: string;
  readonly node: string | undefined;
  /** The settings that package.json declares, by name. */
  readonly declared: Readonly<Record<string, DeclaredSetting>>;
  readonly valueOf: (setting: string) => unknown;
  /** All problem codes, and the codes of the current problems. */
  readonly codes: ReadonlySet<string>;
  readonly problems: readonly unknown[];
  readonly openFiles: number;
  /** Entries of the log, each after its level. */
  readonly log: readonly (readonly [level: string, entry: string])[];
}

/**
 * A report for others to read. It contains only versions, the settings that we define, counts, codes of problems, and
 * the parts of the log that are known to be ours: no text, file name or name of the user.
 */
export function reportText(facts: Facts): string {
  return `<!-- What did you do, what did you expect, and what happened instead? -->


## Versions

- Extension ${version('extension', facts.version)}, for dstack ${facts.dstack === undefined ? '(the server is not running)' : version('dstack', facts.dstack)}
- VS Code ${version('editor', facts.editor)}, ${facts.isDesktop ? 'desktop' : 'web'}${remote(facts.remoteName)}
- ${word(facts.platform)}${facts.node === undefined ? '' : `, Node ${version('node', facts.node)}`}

## Settings

${Object.entries(facts.declared)
  .map((setting) => `- ${settingLine(setting, facts.valueOf)}\n`)
  .join('')}
## Files

- ${String(facts.openFiles)} open
${problemLines(facts).join('')}
## Log

\`\`\`
${logLines(facts).join('')}\`\`\`
`;
}

const UNKNOWN = '(unknown)';

/** The versions that each of these can have. */
const VERSIONS = {
  extension: /^\d\.\d{1,2}\.\d{1,2}$/,
  dstack: /^0\.\d{2}\.\d{1,2}$/,
  editor: /^1\.\d{2,3}\.\d{1,2}(?:-(?:insider|dev|exploration))?$/,
  node: /^\d{2}\.\d{1,2}\.\d{1,2}$/,
};

function version(of: keyof typeof VERSIONS, text: string): string {
  return VERSIONS[of].test(text) ? text : UNKNOWN;
}

/** The platform, or a level of the log. */
function word(text: string): string {
  const known =
    /^(?:web|(?:linux|darwin|win32|freebsd) (?:x64|arm64|arm|ia32|ppc64|s390x|riscv64)|debug|info|warn|error)$/;
  return known.test(text) ? text : UNKNOWN;
}

const REMOTES = [
  'ssh-remote',
  'wsl',
  'dev-container',
  'attached-container',
  'codespaces',
  'tunnel',
];

function remote(name: string | undefined): string {
  if (name === undefined) return '';
  return `, remote: ${REMOTES.includes(name) ? name : '(another)'}`;
}

/** A value is one of those that package.json has, or yes or no. */
function settingLine(
  [name, declared]: readonly [string, DeclaredSetting],
  valueOf: Facts['valueOf'],
): string {
  const value = valueOf(name);
  if (value === '') return `${name}: not set`;
  const isKnown =
    typeof value === 'boolean' ||
    value === declared.default ||
    declared.enum?.includes(value) === true;
  return `${name}: ${isKnown ? String(value) : '(another value)'}`;
}

function problemLines({ codes, problems }: Facts): readonly string[] {
  const counts = new Map<string, number>();
  for (const code of problems) {
    if (typeof code === 'string' && codes.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort().map(([code, count]) => `- ${code}: ${String(count)}\n`);
}

/** The entries of the log. Neighbours that are alike are one, with their number. */
function logLines({ log, codes }: Facts): readonly string[] {
  const runs: { readonly text: string; count: number }[] = [];
  for (const [level, entry] of log) {
    const text = `[${word(level)}] ${knownLines(entry, codes).join('\n')}`;
    const last = runs.at(-1);
    if (last?.text === text) last.count++;
    else runs.push({ text, count: 1 });
  }
  const times = (count: number) => (count === 1 ? '' : ` (${String(count)} times)`);
  // At the end of the first line: the others are places in the code.
  return runs.map(({ text, count }) => `${text.replace(/$/m, times(count))}\n`);
}
