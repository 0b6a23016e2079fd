import { Commands } from './commands';
import type { Declared, ShellName } from './name';
import { HINT_OF_NAMES } from './programs';

export type { Declared, ShellName } from './name';

const LOOKS_UP = /\$\{!\w+(?![\w@*[])|\b(?:local|declare|typeset)\s+-n\b/;

/**
 * The uses of variables in a script of a POSIX shell or Bash, in the order of the text: `$X` and all forms of `${X}`,
 * arithmetic, what it assigns, and arguments that are names (`read X`, `unset X`, `printenv X`). Texts in single
 * quotes, comments and here-documents in quotes have no variables, unless a shell reads them in turn (`bash -c '...'`,
 * `eval`, `trap`, what is piped to `bash` or written to a `.sh`). Where names are looked up (`${!X}`, `local -n`),
 * words that are names count. In the shell, a name is one variable wherever it is set, so `for X in ...` and the `$X`
 * in it belong together with the `X` of the environment. What programs in other languages read is unknown. Never
 * throws; unfinished text is read as far as it goes.
 *
 * @param declared what commands before have declared; what this script declares is added
 */
export function shellNames(script: string, declared = nothingDeclared()): readonly ShellName[] {
  // Most commands have none.
  if (!HINT_OF_NAMES.test(script)) return [];
  const found: ShellName[] = [];
  const shared = { ...declared, looksUp: LOOKS_UP.test(script) };
  new Commands(script, (name) => found.push(name), shared).commands();
  found.sort((a, b) => a.start - b.start);
  // A text that is compared on both sides is read twice.
  return found.filter(({ start }, index) => start !== found[index - 1]?.start);
}

/** For the first of several scripts that one shell reads. */
export function nothingDeclared(): Declared {
  return { associative: new Set(), integers: new Set() };
}
