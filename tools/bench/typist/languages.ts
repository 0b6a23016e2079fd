import { readFileSync } from 'node:fs';
import { repositoryPath } from '../../../test/support/repository';

/** What a language configuration says about typing. */
export interface Language {
  readonly wordPattern: RegExp;
  readonly brackets: readonly (readonly [string, string])[];
  readonly pairs: readonly Pair[];
  readonly onEnterRules: readonly EnterRule[];
}

/** Two texts; the second is written when the first is typed. */
export interface Pair {
  readonly open: string;
  readonly close: string;
  readonly notIn?: readonly string[];
}

export interface EnterRule {
  readonly beforeText: RegExp;
  readonly afterText?: RegExp | undefined;
  readonly previousLineText?: RegExp | undefined;
  readonly action: {
    readonly indent: string;
    readonly appendText?: string;
    readonly removeText?: number;
  };
}

/** The default pattern of a word: a number, or anything without these separators. */
const DEFAULT_WORD = /(-?\d*\.\d\w*)|([^`~!@#$%^&*()\-=+[{\]}\\|;:'",.<>/?\s]+)/g;

const BRACKETS = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
] as const;

const CLOSED = [...BRACKETS, ['"', '"'] as const, ["'", "'"] as const];
const PLAIN_PAIRS: readonly Pair[] = CLOSED.map(([open, close]) => ({ open, close }));

/** VS Code's shell scripts, which our grammar embeds. */
const SHELL: Language = {
  wordPattern: DEFAULT_WORD,
  brackets: BRACKETS,
  pairs: [...PLAIN_PAIRS, { open: '`', close: '`' }].map((pair) =>
    BRACKETS.some(([open]) => open === pair.open) ? pair : { ...pair, notIn: ['string'] },
  ),
  onEnterRules: [],
};

/** The YAML of redhat.vscode-yaml; its rules of indentation have no effect with `autoIndent: keep`. */
const YAML: Language = {
  wordPattern: /("(?:[^\\"]*(?:\\.)?)*"?)|[^\s{}[\],:]+/g,
  brackets: BRACKETS,
  pairs: PLAIN_PAIRS,
  onEnterRules: [],
};

interface Configuration {
  readonly wordPattern?: Pattern;
  readonly brackets?: [string, string][];
  readonly autoClosingPairs?: (Pair | [string, string])[];
  readonly onEnterRules?: {
    readonly beforeText: Pattern;
    readonly afterText?: Pattern;
    readonly previousLineText?: Pattern;
    readonly action: EnterRule['action'];
  }[];
}

type Pattern = string | { readonly pattern: string; readonly flags?: string };

/** The configuration of a language that files may have, or that a grammar embeds. Throws for any other. */
export function languageOf(id: string): Language {
  if (id === 'dstack') return fromConfiguration();
  if (id === 'yaml') return YAML;
  if (id === 'shellscript') return SHELL;
  throw new Error(`nothing is known about typing in ${id}`);
}

function fromConfiguration(): Language {
  const path = repositoryPath('language-configuration.json');
  const read = JSON.parse(readFileSync(path, 'utf8')) as Configuration;
  return {
    wordPattern: read.wordPattern ? toRegExp(read.wordPattern, 'g') : DEFAULT_WORD,
    brackets: read.brackets ?? BRACKETS,
    pairs: (read.autoClosingPairs ?? []).map((pair) =>
      Array.isArray(pair) ? { open: pair[0], close: pair[1] } : pair,
    ),
    onEnterRules: (read.onEnterRules ?? []).map((rule) => ({
      beforeText: toRegExp(rule.beforeText),
      afterText: rule.afterText === undefined ? undefined : toRegExp(rule.afterText),
      previousLineText:
        rule.previousLineText === undefined ? undefined : toRegExp(rule.previousLineText),
      action: rule.action,
    })),
  };
}

function toRegExp(pattern: Pattern, flags = ''): RegExp {
  if (typeof pattern === 'string') return new RegExp(pattern, flags);
  return new RegExp(pattern.pattern, `${(pattern.flags ?? '').replace('g', '')}${flags}`);
}
