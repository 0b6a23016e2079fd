import { lookup } from '../base/lookup';
import { joined, slice, type MappedText, type Word } from './mapped-text';
import { NAME_AT_START, type ShellName } from './name';
import { shellScript, textForShell } from './shells';
import { nameAt, programOf, takesNext, unwrapped, type Finding } from './wrappers';

/** A program with names of variables as arguments: letters of its options with a value, and what its names are. */
interface Naming {
  readonly valued?: string;
  /** Letters of the options whose value is a name. */
  readonly named?: string;
  /** Long options whose value is a name. */
  readonly long?: RegExp;
  /** With one of these options the arguments are functions. */
  readonly functions?: string;
  /** After the first argument there are no options. */
  readonly optionsFirst?: true;
  /** Index of the first argument that is a name; if absent, no argument is one. */
  readonly from?: number;
  readonly role: ShellName['role'];
}

const DECLARATION: Naming = { functions: 'fF', from: 0, role: 'set' };

const PASSING: Naming = {
  valued: 'achlmpuvw',
  named: 'e',
  long: /^--(?:env|build-arg)(?:=|$)/,
  role: 'passed',
};

const NAMING: Readonly<Record<string, Naming>> = {
  export: DECLARATION,
  readonly: DECLARATION,
  declare: DECLARATION,
  typeset: DECLARATION,
  local: DECLARATION,
  unset: { functions: 'f', from: 0, role: 'set' },
  read: { valued: 'dinNptu', named: 'a', from: 0, role: 'set' },
  mapfile: { valued: 'dnOsuCc', from: 0, role: 'set' },
  readarray: { valued: 'dnOsuCc', from: 0, role: 'set' },
  printf: { named: 'v', optionsFirst: true, role: 'set' },
  getopts: { from: 1, role: 'set' },
  test: { named: 'v', role: 'read' },
  '[': { named: 'v', role: 'read' },
  printenv: { from: 0, role: 'read' },
  mpirun: { named: 'x', role: 'read' },
  mpiexec: { named: 'x', role: 'read' },
  wait: { named: 'p', role: 'set' },
  docker: PASSING,
  podman: PASSING,
  nerdctl: PASSING,
};

const PROGRAMS = Object.keys(NAMING)
  .filter((name) => /\w/.test(name))
  .join('|');

/** What a script with names contains: an expansion, an assignment, arithmetic, or a word before a name. */
export const HINT_OF_NAMES = new RegExp(`[$\`=[{]|\\(\\(|\\b(?:for|select|let|env|${PROGRAMS})\\b`);

/** Whether arguments of the command may be assignments, with arrays. */
export function isDeclaration(name: string): boolean {
  return lookup(NAMING, name) === DECLARATION;
}

/** The names, arithmetic and scripts in the words of a command. */
export function* findingsIn(all: readonly Word[]): Generator<Finding> {
  const words = yield* unwrapped(all);
  const name = programOf(words[0]);
  const naming = lookup(NAMING, name);
  if (naming) yield* namesIn(words.slice(1), naming);
  if (naming === DECLARATION) yield* declarationsIn(words.slice(1));
  if (name === 'let') for (const text of words.slice(1)) yield { kind: 'arithmetic', text };
  const script =
    name === 'eval'
      ? joined(words.slice(1))
      : name === 'trap'
        ? words[words[1]?.text === '--' ? 2 : 1]
        : (shellScript(words) ?? textForShell(words));
  if (script) yield { kind: 'script', text: script };
}

/** Words that may be names where a script looks variables up by name: all that can be names, except what is printed. */
export function* wordsAsNames([program, ...rest]: readonly Word[]): Generator<Word> {
  if (!/^(?:echo|printf)$/.test(programOf(program)))
    for (const word of rest) if (isName(word)) yield word;
}

/** Whether a text is a valid name of a variable. */
export function isName({ text }: MappedText): boolean {
  return NAME_AT_START.exec(text)?.[0].length === text.length;
}

function* namesIn(words: readonly Word[], naming: Naming): Generator<Finding> {
  const { valued = '', named = '', functions = '', long, optionsFirst, from, role } = naming;
  let argument = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) return;
    const { text } = word;
    const option = /^-\w+$/.test(text) ? text.slice(1) : '';
    if ([...option].some((letter) => functions.includes(letter))) return;
    const value = long?.exec(text)?.[0].length ?? nameAfter(text, named, valued);
    if (value === text.length) {
      const next = words[++at];
      if (next) yield* valueName(next, 0, role);
    } else if (value !== undefined) yield* valueName(word, value, role);
    else if (option !== '') at += takesNext(text, valued) ? 1 : 0;
    else if (/^[-+]/.test(text)) continue;
    else if (optionsFirst) return;
    else if (from !== undefined && argument++ >= from) yield* nameAt(word, 0, role);
  }
}

/**
 * Where the name begins that is the value of an option in a word: 2 for `-vNAME`. It is the end of the word if the next
 * word is the value.
 */
function nameAfter(text: string, named: string, valued: string): number | undefined {
  if (!/^-\w/.test(text)) return undefined;
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at);
    if (named.includes(letter)) return at + 1;
    if (valued.includes(letter) || !/[A-Za-z]/.test(letter)) return undefined;
  }
  return undefined;
}

/** `NAME=value` is not passed on under its own name: only the other side knows that name. */
function* valueName(word: Word, from: number, role: ShellName['role']): Generator<Finding> {
  if (role !== 'passed' || !word.text.includes('=', from)) yield* nameAt(word, from, role);
}

/** What the options of `declare` mean: subscripts are texts, values arithmetic, or the names of other variables. */
function* declarationsIn(words: readonly Word[]): Generator<Finding> {
  const options = words.filter(({ text }) => /^-\w+$/.test(text)).map(({ text }) => text);
  const [isAssociative, isReference, isInteger] = ['A', 'n', 'i'].map((letter) =>
    options.some((option) => option.includes(letter)),
  );
  for (const word of words) {
    const name = NAME_AT_START.exec(word.text)?.[0];
    if (name === undefined) continue;
    if (isAssociative) yield { kind: 'associative', name };
    const value = word.text.indexOf('=') + 1;
    if (isInteger) yield { kind: 'integer', name };
    if (isInteger && value > 0)
      yield { kind: 'arithmetic', text: slice(word, value, word.text.length) };
    if (isReference && value > 0) yield* nameAt(word, value, 'read');
  }
}
