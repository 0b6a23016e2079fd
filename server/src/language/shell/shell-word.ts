import { visibleLine, type Escape } from '../base/visible';

/** Texts that every shell reads as they are written. */
const PLAIN = /^[\w.@%+:,/-]+$/;

/** A text as one word of any POSIX shell: in single quotes unless it is `plain`. */
export function shellWord(text: string, plain = PLAIN): string {
  return plain.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * A text as one word of a line that is pasted into a terminal, which would act on control characters: they are escapes as
 * bash and zsh know them.
 */
export function pastedWord(text: string): string {
  if (visibleLine(text, inShell) === text) return shellWord(text);
  return `$'${visibleLine(text.replace(/['\\]/g, '\\$&'), inShell)}'`;
}

const inShell: Escape = (code) => {
  const digits = code.toString(16);
  return code < 0x80 ? `\\x${digits.padStart(2, '0')}` : `\\u${digits.padStart(4, '0')}`;
};
