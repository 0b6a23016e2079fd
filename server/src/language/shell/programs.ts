import { lookup } from '../lookup';
import { joined, type MappedText, type Word } from './mapped-text';
import { NAME_AT_START, type ShellName } from './name';

/** What the words of a command are besides texts. */
export type Finding =
  | {
      readonly kind: 'name';
      readonly word: MappedText;
      readonly from: number;
      readonly to: number;
      readonly role: ShellName['role'];
    }
  /** Arithmetic, or a script that a shell reads in turn. */
  | { readonly kind: 'arithmetic'; readonly text: MappedText }
  | { readonly kind: 'script'; readonly text: MappedText }
  | { readonly kind: 'associative'; readonly name: string };

/** What takes the names of variables as arguments: letters of options with a value, and what its names are. */
interface Naming {
  readonly valued?: string;
  /** Letters of the options whose value is a name. */
  readonly named?: string;
  /** With one of these options the arguments are functions. */
  readonly functions?: string;
  /** The first argument that is a name; without it none is. */
  readonly from?: number;
  readonly role: ShellName['role'];
}

const DECLARATION: Naming = { functions: 'fF', from: 0, role: 'set' };

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
  printf: { named: 'v', role: 'set' },
  getopts: { from: 1, role: 'set' },
  test: { named: 'v', role: 'read' },
  '[': { named: 'v', role: 'read' },
  printenv: { from: 0, role: 'read' },
  mpirun: { named: 'x', role: 'read' },
  mpiexec: { named: 'x', role: 'read' },
  docker: { named: 'e', role: 'passed' },
  podman: { named: 'e', role: 'passed' },
};

/** Programs that run the command behind their options: the letters of options with a value, and other arguments. */
const WRAPPERS: Readonly<Record<string, readonly [valued: string, others: number]>> = {
  env: ['uCS', 0],
  sudo: ['ughpCrtUDRT', 0],
  exec: ['a', 0],
  command: ['', 0],
  builtin: ['', 0],
  nohup: ['', 0],
  setsid: ['', 0],
  time: ['fo', 0],
  nice: ['n', 0],
  stdbuf: ['ioe', 0],
  timeout: ['ks', 1],
};

/** What a script with names has: an expansion, an assignment, arithmetic, or a word before a name. */
export const HINT_OF_NAMES = new RegExp(
  `[$\`=[{]|\\(\\(|\\b(?:for|select|let|env|${Object.keys(NAMING)
    .filter((name) => /\w/.test(name))
    .join('|')})\\b`,
);

/** More of them in a row nobody writes. */
const MOST_WRAPPERS = 8;

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh']);

/** What they run does not see the environment of the commands. */
const ELSEWHERE = new Set(['docker', 'podman', 'nerdctl', 'kubectl', 'ssh', 'su']);

/** Whether arguments of the command may be assignments, with arrays. */
export function isDeclaration(name: string): boolean {
  return lookup(NAMING, name) === DECLARATION;
}

/** The names, arithmetic and scripts in the words of a command. */
export function* findingsIn(all: readonly Word[]): Generator<Finding> {
  const words = yield* unwrapped(all);
  const name = programOf(words[0]);
  const rest = words.slice(1);
  const naming = lookup(NAMING, name);
  if (naming) yield* namesIn(rest, naming);
  if (naming === DECLARATION) yield* declarationsIn(rest);
  if (name === 'let') for (const text of rest) yield { kind: 'arithmetic', text };
  const script = name === 'eval' ? joined(rest) : name === 'trap' ? rest[0] : shellScript(words);
  if (script) yield { kind: 'script', text: script };
}

/** Whether the command is a shell that reads its script from the standard input. */
export function readsScript(all: readonly Word[]): boolean {
  const words = lastOf(unwrapped(all));
  const isShell = SHELLS.has(programOf(words[0]));
  return isShell && words.slice(1).every(({ text }) => /^-(?!\w*c)/.test(text));
}

function lastOf(steps: Generator<Finding, readonly Word[]>): readonly Word[] {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The name of a program, without its folder. */
function programOf(word: MappedText | undefined): string {
  const text = word?.text ?? '';
  return text.slice(text.lastIndexOf('/') + 1);
}

/** The words without the programs that only run what follows them, and what `env` and `sudo` set for it. */
function* unwrapped(words: readonly Word[]): Generator<Finding, readonly Word[]> {
  let rest = words;
  for (let wrappers = 0; wrappers < MOST_WRAPPERS; wrappers++) {
    const name = programOf(rest[0]);
    const wrapper = lookup(WRAPPERS, name);
    if (!wrapper) break;
    rest = yield* behindWrapper(name, rest, wrapper);
  }
  return rest;
}

function* behindWrapper(
  name: string,
  words: readonly Word[],
  [valued, others]: readonly [valued: string, others: number],
): Generator<Finding, readonly Word[]> {
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const { text } = word;
    const unset = name === 'env' ? /^(?:--unset=|-u(?=.))/.exec(text)?.[0] : undefined;
    if (unset !== undefined) yield* nameAt(word, unset.length, 'set');
    else if (/^-./.test(text)) {
      const isUnset = name === 'env' && /^(?:-u|--unset)$/.test(text);
      if (!isUnset && !takesNext(text, valued)) continue;
      const value = words[++at];
      if (isUnset && value) yield* nameAt(value, 0, 'set');
    } else if (/^(?:env|sudo)$/.test(name) && /^[A-Za-z_]\w*=/.test(text))
      yield* nameAt(word, 0, 'set');
    else if (text !== '-') return words.slice(at + others);
  }
  return [];
}

function takesNext(option: string, valued: string): boolean {
  return /^-\w+$/.test(option) && valued.includes(option.at(-1) ?? '-');
}

function* namesIn(words: readonly Word[], naming: Naming): Generator<Finding> {
  const { valued = '', named = '', functions = '', from, role } = naming;
  let argument = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) return;
    const option = /^-\w+$/.test(word.text) ? word.text.slice(1) : '';
    if ([...option].some((letter) => functions.includes(letter))) return;
    const isLong = role === 'passed' && word.text === '--env';
    if (isLong || (option !== '' && named.includes(option.at(-1) ?? '-'))) {
      const next = words[++at];
      if (next) yield* option || isLong ? valueName(next, role) : [];
    } else if (option !== '') at += takesNext(word.text, valued) ? 1 : 0;
    else if (from !== undefined && !/^[-+]/.test(word.text) && argument++ >= from)
      yield* nameAt(word, 0, role);
  }
}

/** Of what is handed on under its own name `NAME=value` is none: only the other side knows that name. */
function* valueName(word: Word, role: ShellName['role']): Generator<Finding> {
  if (role !== 'passed' || !word.text.includes('=')) yield* nameAt(word, 0, role);
}

/** The name of a variable that begins a word, or the part of it behind `from`. */
function* nameAt(word: MappedText, from: number, role: ShellName['role']): Generator<Finding> {
  const rest = word.text.slice(from);
  const name = NAME_AT_START.exec(rest)?.[0];
  if (name === undefined || !/^(?:$|\+?=|\[)/.test(rest.slice(name.length))) return;
  yield { kind: 'name', word, from, to: from + name.length, role };
}

/** What options of `declare` say about its variables: subscripts that are texts, and names of other variables. */
function* declarationsIn(words: readonly Word[]): Generator<Finding> {
  const options = words.filter(({ text }) => /^-\w+$/.test(text)).map(({ text }) => text);
  const [isAssociative, isReference] = ['A', 'n'].map((letter) =>
    options.some((option) => option.includes(letter)),
  );
  for (const word of words) {
    const name = NAME_AT_START.exec(word.text)?.[0];
    if (name === undefined) continue;
    if (isAssociative) yield { kind: 'associative', name };
    const value = word.text.indexOf('=') + 1;
    if (isReference && value > 0) yield* nameAt(word, value, 'read');
  }
}

/** The script behind the `-c` of a shell, which may stand behind the name and options of another program. */
function shellScript(words: readonly Word[]): MappedText | undefined {
  if (ELSEWHERE.has(programOf(words[0]))) return undefined;
  const shell = words.findIndex((word) => SHELLS.has(programOf(word)));
  if (shell < 0) return undefined;
  const rest = words.slice(shell + 1);
  let isScript = false;
  for (let at = 0; at < rest.length; at++) {
    const { text } = rest[at] ?? { text: '' };
    if (!/^[-+]./.test(text)) return isScript ? rest[at] : undefined;
    if (/^-\w*c\w*$/.test(text)) isScript = true;
    else if (/^(?:[-+]\w*[oO]|--(?:rcfile|init-file))$/.test(text)) at++;
  }
  return undefined;
}
