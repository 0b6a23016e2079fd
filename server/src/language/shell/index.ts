import { Commands } from './commands';
import type { ShellName } from './name';
import { HINT_OF_NAMES } from './programs';

export type { ShellName } from './name';

/**
 * Where a script of a POSIX shell or Bash means a variable, in the order of the text: `$X` and all forms of `${X}`,
 * arithmetic, what it assigns, and arguments that are names (`read X`, `unset X`, `printenv X`). Texts in single quotes,
 * comments and here-documents in quotes have none, unless a shell reads them in turn (`bash -c '...'`, `eval`, `trap`).
 * In the shell a name is one variable wherever it is set, so that `for X in ...` and the `$X` in it belong together with
 * the `X` of the environment. What programs in other languages read is not known. Never throws; unfinished text is read
 * as far as it goes.
 *
 * @param associative names of arrays with texts as subscripts, as far as commands before have declared them; those of
 *   this script are added
 */
export function shellNames(script: string, associative = new Set<string>()): readonly ShellName[] {
  // Most commands have none.
  if (!HINT_OF_NAMES.test(script)) return [];
  const found: ShellName[] = [];
  new Commands(script, (name) => found.push(name), { associative }).commands();
  found.sort((a, b) => a.start - b.start);
  // What is compared on both sides is read twice.
  return found.filter(({ start }, index) => start !== found[index - 1]?.start);
}
