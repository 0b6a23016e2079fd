import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed } from './grammar/grammar';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import { textGrammar } from './grammar/text';

const CODE = 'env-entry';

/** `NAME=value` or `NAME`, kept as text. Mirrors `Env` of core/models/envs.py. */
export const envEntry: Shorthand<string> = {
  noun: '`NAME=value` or `NAME`',
  read: textGrammar({
    code: CODE,
    expected: 'a variable such as `HF_TOKEN` or `DEBUG=1`',
    numbers: true,
    read: readEntry,
  }),
  separator: /=/,
  forms: {
    labels: { NAME: { NAME: 'key' }, 'NAME=VALUE': { NAME: 'key', VALUE: 'value' } },
    continuations: ['X'],
  },
};

// A value in a list must stay on one line, and pydantic's regular expressions reject lone surrogates.
const ENTRY = /^([a-zA-Z_][a-zA-Z0-9_]*)(?:=[^\n\p{Cs}]*)?$/u;

function readEntry(text: Piece): Parsed<string> {
  const [, name] = ENTRY.exec(text.text) ?? [];
  if (name === undefined) return explain(text);
  const [key, value] = [text.slice(0, name.length), text.slice(name.length + 1)];
  return parsed(text.text, [key.part('key'), value.part('value')]);
}

function explain(text: Piece): Parsed<string> {
  const [, name] = /^([a-zA-Z_][a-zA-Z0-9_]*)(?:=|\n)/.exec(text.text) ?? [];
  if (name !== undefined && text.text.includes('\n')) return severalLines(text, name);
  return likelyMistake(text) ?? refuse(CODE, text, notAVariable(text.text));
}

function severalLines(text: Piece, name: string): Parsed<string> {
  const message =
    'In a list a variable must be on one line, without a line break at its end.\n' +
    `Write the variables as a mapping to keep the lines: \`${name}: |\`.`;
  return refuse(CODE, text, message, { name });
}

interface Mistake {
  /** The text before the broken span, and the span. */
  readonly pattern: RegExp;
  readonly message: string;
  /** The replacement for the span. */
  readonly repair: (broken: string) => string;
}

const MISTAKES: readonly Mistake[] = [
  {
    pattern: /^()(\s*(?:(?:export|set|-e|--env|ENV)\s+)?\$?)(?=[a-zA-Z_])/,
    message: 'Begin with the name of the variable',
    repair: () => '',
  },
  {
    pattern: /^([a-zA-Z_][a-zA-Z0-9_]*)(\s+=\s*|\s*:\s*)/,
    message: 'Put `=` without spaces between name and value',
    repair: () => '=',
  },
  {
    pattern: /^([a-zA-Z_][a-zA-Z0-9_]*)( +)(?=[^\s=]+(?:\s[^=]*)?$)/,
    message: 'Put `=` between name and value',
    repair: () => '=',
  },
  {
    pattern: /^()([a-zA-Z_][a-zA-Z0-9_]*(?:[-.][a-zA-Z0-9_]+)+)(?==|$)/,
    message: 'Names have letters, digits and underscores only',
    repair: (name) => name.replace(/[-.]/g, '_'),
  },
];

/** An error, with a suggestion if a change in one place makes the text a valid entry. */
function likelyMistake(text: Piece): Parsed<string> | undefined {
  for (const { pattern, message, repair } of MISTAKES) {
    const [, before, broken] = pattern.exec(text.text) ?? [];
    if (before === undefined || !broken) continue;
    const suggestion = repair(broken);
    const end = before.length + broken.length;
    const repaired = before + suggestion + text.text.slice(end);
    if (!ENTRY.test(repaired)) continue;
    const place = text.slice(before.length, end);
    return refuse(CODE, place, `${message}: ${quote(repaired)}.`, { suggestion });
  }
  return undefined;
}

function notAVariable(text: string): string {
  if (text === '') return 'Name a variable: `NAME=value`, or `NAME` alone.';
  return (
    `${quote(text)} is not a variable: write \`NAME=value\`, or \`NAME\` alone, ` +
    'with a name of letters, digits and underscores.'
  );
}
