import { lookup } from '../base/lookup';
import { slice, type MappedText, type Word } from './mapped-text';
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
  | { readonly kind: 'associative'; readonly name: string }
  | { readonly kind: 'integer'; readonly name: string };

/** Programs that run the command after their options: the letters of options with a value, and other arguments. */
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

/** Maximum number of them in a row. */
const MOST_WRAPPERS = 8;

/** The variables of the environment that `sudo` passes to the command. */
const PRESERVED = '--preserve-env=';

/** The words without the programs that only run what follows them, and what `env` and `sudo` set for it. */
export function* unwrapped(words: readonly Word[]): Generator<Finding, readonly Word[]> {
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
    else if (name === 'sudo' && text.startsWith(PRESERVED)) yield* namesOf(word, PRESERVED.length);
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

/** Names with commas between them. */
function* namesOf(word: Word, from: number): Generator<Finding> {
  for (const { 0: name, index } of word.text.slice(from).matchAll(/[^,]+/g)) {
    const part = slice(word, from + index, from + index + name.length);
    yield* nameAt(part, 0, 'read');
  }
}

/** Whether the next word is the value of an option. */
export function takesNext(option: string, valued: string): boolean {
  return /^-\w+$/.test(option) && valued.includes(option.at(-1) ?? '-');
}

/** The words of the command that is finally run. */
export function innermost(words: readonly Word[]): readonly Word[] {
  const steps = unwrapped(words);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The name of a program, without its folder. */
export function programOf(word: MappedText | undefined): string {
  const text = word?.text ?? '';
  return text.slice(text.lastIndexOf('/') + 1);
}

/** The name of a variable that begins a word, or the part of it after `from`. */
export function* nameAt(
  word: MappedText,
  from: number,
  role: ShellName['role'],
): Generator<Finding> {
  const rest = word.text.slice(from);
  const name = NAME_AT_START.exec(rest)?.[0];
  if (name === undefined || !/^(?:$|\+?=|\[)/.test(rest.slice(name.length))) return;
  yield { kind: 'name', word, from, to: from + name.length, role };
}
