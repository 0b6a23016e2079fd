import { readFileSync } from 'node:fs';
import { repositoryPath } from '../../../test/support/repository';

/** The settings of the editor that decide on the effect of a key, as in VS Code. */
export interface Settings {
  readonly acceptSuggestionOnEnter: 'on' | 'smart' | 'off';
  readonly acceptSuggestionOnCommitCharacter: boolean;
  readonly selectionMode: 'always' | 'never' | 'whenTriggerCharacter' | 'whenQuickSuggestion';
  readonly insertMode: 'insert' | 'replace';
  readonly quickSuggestions: Readonly<Record<'other' | 'comments' | 'strings', string>>;
  readonly suggestOnTriggerCharacters: boolean;
  readonly snippetSuggestions: string;
  readonly wordBasedSuggestions: string;
  readonly autoIndent: 'none' | 'keep' | 'brackets' | 'advanced' | 'full';
  readonly autoClosingBrackets: string;
  readonly autoClosingQuotes: string;
  readonly tabSize: number;
}

/** VS Code's own defaults. */
const DEFAULTS: Settings = {
  acceptSuggestionOnEnter: 'on',
  acceptSuggestionOnCommitCharacter: true,
  selectionMode: 'always',
  insertMode: 'insert',
  quickSuggestions: { other: 'on', comments: 'off', strings: 'off' },
  suggestOnTriggerCharacters: true,
  snippetSuggestions: 'inline',
  wordBasedSuggestions: 'matchingDocuments',
  autoIndent: 'full',
  autoClosingBrackets: 'languageDefined',
  autoClosingQuotes: 'languageDefined',
  tabSize: 4,
};

/** What VS Code and its YAML extension (redhat.vscode-yaml) set for YAML files. */
const YAML = {
  'editor.tabSize': 2,
  'editor.autoIndent': 'keep',
  'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'on' },
};

type Manifest = Readonly<{
  contributes: {
    configurationDefaults?: Readonly<Record<string, unknown>>;
    grammars: readonly { embeddedLanguages?: Readonly<Record<string, string>> }[];
  };
}>;

/** Our package.json. */
export function manifest(): Manifest {
  return JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')) as Manifest;
}

/**
 * The settings that hold in a file of `language` for a user who has set nothing: those of VS Code, of our package.json
 * and, for `yaml`, of its extension.
 */
export function settingsFor(language: string): Settings {
  const { configurationDefaults: ours = {} } = manifest().contributes;
  const own: Readonly<Record<string, unknown>> = {
    ...(language === 'yaml' ? YAML : {}),
    ...section(ours[`[${language}]`]),
  };
  const named = [...Object.entries(ours), ...Object.entries(own)].flatMap(([key, value]) => {
    const [, name] = /^editor\.(?:suggest\.)?(\w+)$/.exec(key) ?? [];
    return name !== undefined && name in DEFAULTS ? [[name, value] as const] : [];
  });
  if (own['editor.formatOnType'] === true) throw new Error('formatting on type is not modelled');
  const settings = { ...DEFAULTS, ...Object.fromEntries(named) };
  return { ...settings, quickSuggestions: quickSuggestions(settings.quickSuggestions) };
}

function quickSuggestions(value: unknown): Settings['quickSuggestions'] {
  if (typeof value === 'object') return { ...DEFAULTS.quickSuggestions, ...value };
  const all = value === true ? 'on' : 'off';
  return { other: all, comments: all, strings: all };
}

function section(value: unknown): Readonly<Record<string, unknown>> {
  return (value ?? {}) as Record<string, unknown>;
}
