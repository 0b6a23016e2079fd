import { span, type Span } from '../span';
import type { ScalarStyle } from '../yaml/scalar';

/** What may contain a quote in a shell: a protected character, texts in double and in single quotes, a comment. */
const PLAIN = /\\[^]|"(?:\\[^]|[^"\\])*"|(?<single>'[^']*')|(?<!\S)#[^\n]*/g;

/** The same as YAML writes it between quotes of its own: `''` for `'`, `\"` for `"`, `\\` for a backslash. */
const IN_SINGLE = /\\[^]|"(?:\\[^]|[^"\\])*"|(?<single>''(?:(?!'')[^])*'')|(?<!\S)#[^\n]*/g;
const IN_DOUBLE =
  /\\\\(?:\\[^]|[^])|\\"(?:\\\\(?:\\[^]|[^])|(?!\\["\\])[^])*\\"|(?<single>'[^']*')|(?<!\S)#(?:(?!\\n)[^\n])*/g;

/** Where the source of a command, as a YAML scalar of this style, stands in single quotes of the shell. */
export function singleQuoted(source: string, style: ScalarStyle): readonly Span[] {
  const hasQuotes = style === 'single' || style === 'double';
  const pattern = style === 'single' ? IN_SINGLE : style === 'double' ? IN_DOUBLE : PLAIN;
  const offset = hasQuotes ? 1 : 0;
  const command = hasQuotes ? source.slice(1, -1) : source;
  return [...command.matchAll(pattern)]
    .filter(({ groups }) => groups?.['single'] !== undefined)
    .map(({ 0: all, index }) => span(offset + index, offset + index + all.length));
}
