import { lookup } from '../base/lookup';
import { joined, type MappedText, type Word } from './mapped-text';
import { innermost, programOf, takesNext } from './wrappers';

/** A command without the commands in its words. */
export interface Simple {
  words: Word[];
  /** The texts of `<<<`. */
  inputs?: Word[];
  /** Whether its output is a file that a shell reads. */
  isScript?: true;
  /** The command after the `|`. */
  output?: Simple;
}

/** Maximum number of commands of a pipe that are searched for a shell. */
const LONGEST_PIPE = 8;

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh']);

const VALUED_OPTION_OF_SHELL = /^(?:[-+]\w*[oO]|--(?:rcfile|init-file))$/;

/** The programs that they run do not see the environment of the commands. */
const ELSEWHERE = new Set(['docker', 'podman', 'nerdctl', 'kubectl', 'ssh', 'su']);

/** Whether the command is a shell that reads its script from the standard input. */
export function readsScript(all: readonly Word[]): boolean {
  const [program, ...rest] = innermost(all);
  const name = programOf(program);
  if (name === 'source' || name === '.') return rest[0]?.text === '/dev/stdin';
  if (!SHELLS.has(name)) return false;
  for (let at = 0; at < rest.length; at++) {
    const { text } = rest[at] ?? { text: '' };
    if (!/^[-+]/.test(text)) return false;
    // The parameters of the script follow them.
    if (/^(?:-|-\w*s\w*)$/.test(text)) return true;
    if (/^-\w*c/.test(text)) return false;
    if (VALUED_OPTION_OF_SHELL.test(text)) at++;
  }
  return true;
}

/** The text that a command prints, where it is `echo` or `printf`. */
export function printedText(all: readonly Word[]): MappedText | undefined {
  const words = innermost(all);
  return /^(?:echo|printf)$/.test(programOf(words[0])) ? joined(words.slice(1)) : undefined;
}

/** Whether the command passes its standard input on as it is. */
function passesInput(all: readonly Word[]): boolean {
  return /^(?:cat|tee)$/.test(programOf(innermost(all)[0]));
}

/** Whether the command is `tee`, and writes to a file that a shell reads. */
export function writesScript(all: readonly Word[]): boolean {
  const [program, ...rest] = innermost(all);
  return programOf(program) === 'tee' && rest.some(({ text }) => isScriptFile(text));
}

/** Whether a shell reads the file: a script, or what shells start with. */
export function isScriptFile(path: string): boolean {
  return /\.(?:sh|bash)$|(?:^|[/\uFFFC])(?:\.(?:bashrc|bash_profile|profile|zshrc)|etc\/profile)$/.test(
    path,
  );
}

/** Whether a shell reads what a command reads: it is one, or passes it on to one or to the file of a script. */
export function isReadByShell(command: Simple): boolean {
  let one: Simple | undefined = command;
  for (let count = 0; one && count < LONGEST_PIPE; count++) {
    if (readsScript(one.words)) return true;
    if (!passesInput(one.words)) return false;
    if (one.isScript || writesScript(one.words)) return true;
    one = one.output;
  }
  return false;
}

/** Programs that give a text to a shell, or replace the variables in it; the letters of their options with a value. */
const READERS: Readonly<Record<string, string>> = {
  parallel: 'adjlnNPS',
  watch: 'nq',
};

/** Programs that give the text after their `-c` to a shell. */
const WITH_COMMAND = /^(?:flock|script)$/;

/** The argument of another program that a shell reads, as in `watch 'echo $X'` or `flock FILE -c 'echo $X'`. */
export function textForShell([program, ...rest]: readonly Word[]): MappedText | undefined {
  const name = programOf(program);
  if (WITH_COMMAND.test(name))
    return rest[
      rest.findIndex(({ text }) => /^-[a-z]*c$|^--command$/.test(text)) + 1 || rest.length
    ];
  const valued = lookup(READERS, name);
  if (valued === undefined) return undefined;
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at];
    if (!word || !/^-./.test(word.text)) return word;
    if (takesNext(word.text, valued)) at++;
  }
  return undefined;
}

/** The script after the `-c` of a shell, which may follow the name and options of another program. */
export function shellScript(words: readonly Word[]): MappedText | undefined {
  if (ELSEWHERE.has(programOf(words[0]))) return undefined;
  const shell = words.findIndex((word) => SHELLS.has(programOf(word)));
  if (shell < 0) return undefined;
  const rest = words.slice(shell + 1);
  let isScript = false;
  for (let at = 0; at < rest.length; at++) {
    const { text } = rest[at] ?? { text: '' };
    if (!/^[-+]./.test(text)) return isScript ? rest[at] : undefined;
    if (/^-\w*c\w*$/.test(text)) isScript = true;
    else if (VALUED_OPTION_OF_SHELL.test(text)) at++;
  }
  return undefined;
}
