import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed } from './grammar/grammar';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import * as python from '../python/python';
import { textGrammar } from './grammar/text';

const CODE = 'probe-url';
const LONGEST = 2048;

/** The path that a probe requests. Mirrors `ProbeConfig.validate_url` of core/models/configurations.py. */
export const probeUrl: Shorthand<string> = {
  noun: 'path',
  read: textGrammar({
    code: CODE,
    expected: 'a path such as `/health`',
    numbers: true,
    read: readUrl,
  }),
};

function readUrl(text: Piece): Parsed<string> {
  if (!text.text.startsWith('/')) return withoutSlash(text);
  if (python.length(text.text) > LONGEST) {
    const message = `The path is longer than ${LONGEST} characters, the maximum that dstack accepts.`;
    return refuse(CODE, text, message);
  }
  const encoded = encodeInvisible(text.text);
  return encoded === text.text ? parsed(text.text, [text.part('path')]) : invisible(text, encoded);
}

/** Marks the span in which `encoded` differs from the text. */
function invisible(text: Piece, encoded: string): Parsed<string> {
  const [from, to] = [text.text, encoded];
  let start = 0;
  while (from[start] === to[start]) start++;
  const most = Math.min(from.length, to.length) - start;
  let tail = 0;
  while (tail < most && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const suggestion = to.slice(start, to.length - tail);
  const message = `A path cannot contain invisible characters: remove them, or write ${quote(suggestion)}.`;
  return refuse(CODE, text.slice(start, from.length - tail), message, { suggestion });
}

function withoutSlash(text: Piece): Parsed<string> {
  const [, path = ''] = /^[a-z]+:\/\/[^/?#]*([^]*)$/i.exec(text.text) ?? [undefined, text.text];
  const suggestion = encodeInvisible(path.startsWith('/') ? path : `/${path}`);
  const message = `${quote(text.text)} is not a path: it begins with \`/\`, e.g. ${quote(suggestion)}.`;
  return refuse(CODE, text, message, { suggestion });
}

/** Percent-encodes characters that are not printable in Python; half a character has no encoding and is removed. */
function encodeInvisible(text: string): string {
  return Array.from(text, (character) => {
    if (python.isPrintable(character)) return character;
    return /\p{Cs}/u.test(character) ? '' : encodeURIComponent(character);
  }).join('');
}
