import { span, type Span } from '../base/span';
import type { ScalarNode } from './node';

/**
 * For a part of a scalar's text, returns the span in the source that is read as that part; undefined if there is none.
 */
export type SourceMap = (from: number, to: number) => Span | undefined;

/** The places of a scalar's text in the source, even if escapes, folded lines or indentation make the two differ. */
export function sourceMap(node: ScalarNode, source: string): SourceMap {
  const { textStart } = node;
  if (textStart !== undefined) return (from, to) => span(textStart + from, textStart + to);
  let places: Places | undefined;
  return (from, to) => {
    places ??= placesOf(node, source);
    const start = places.starts[from];
    const end = places.ends[to - 1];
    return start === undefined || end === undefined || end < start ? undefined : span(start, end);
  };
}

/** Start and end of each character of a text in the source. */
interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** White space that may be read as other white space, or as none. */
const SPACE = /[ \t\r\n\x85\u2028\u2029]/;

/**
 * Text and source have the same characters in the same order, apart from white space and escapes. After the first
 * difference, as in a text that is not YAML, characters have no place.
 */
function placesOf({ text, style, span: { start, end } }: ScalarNode, source: string): Places {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = start + (style === 'single' || style === 'double' ? 1 : 0);
  // The first line of a block is its header.
  if (style === 'literal' || style === 'folded')
    while (at < end && source[at] !== '\n' && source[at] !== '\r') at++;
  const next = (): { readonly char: string; readonly length: number } => {
    if (style === 'single' && source.startsWith("''", at)) return { char: "'", length: 2 };
    if (style !== 'double' || source[at] !== '\\') return { char: source.charAt(at), length: 1 };
    return escapeAt(source, at);
  };
  for (let index = 0; index < text.length;) {
    if (at >= end) break;
    const { char, length } = next();
    if (SPACE.test(text.charAt(index)) && (SPACE.test(char) || char === '')) {
      // A run of white space is read as another one; only its first character has a place.
      starts.push(at);
      ends.push(at + length);
      at += length;
      index++;
      while (at < end && isSpace(next().char)) at += next().length;
      while (index < text.length && SPACE.test(text.charAt(index))) {
        starts.push(at);
        ends.push(at);
        index++;
      }
    } else if (isSpace(char)) at += length;
    else if (text.startsWith(char, index)) {
      for (let unit = 0; unit < char.length; unit++) {
        starts.push(at);
        ends.push(at + length);
      }
      at += length;
      index += char.length;
    } else break;
  }
  return { starts, ends };
}

/** An escaped line break is read as nothing. */
function isSpace(char: string): boolean {
  return char === '' || SPACE.test(char);
}

const NAMED = new Map(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
  }).concat(Object.entries({ r: '\r', e: '\x1b', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' })),
);
const HEX = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The character of an escape in double quotes, and how long it is written; '' for a line break. */
function escapeAt(source: string, at: number): { readonly char: string; readonly length: number } {
  const letter = source.charAt(at + 1);
  const digits = HEX.get(letter);
  if (digits !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
    const isCharacter = code >= 0 && code <= 0x10ffff;
    return { char: isCharacter ? String.fromCodePoint(code) : '\uFFFD', length: 2 + digits };
  }
  const isLineEnd = /[\r\n\x85\u2028\u2029]/.test(letter);
  const isWindows = source.startsWith('\r\n', at + 1);
  if (isLineEnd) return { char: '', length: isWindows ? 3 : 2 };
  return { char: NAMED.get(letter) ?? letter, length: 2 };
}
