import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed } from './grammar/grammar';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import * as python from '../python/python';
import { textGrammar } from './grammar/text';

const CODE = 'tag-value';
const LONGEST = 256;
const ALLOWED = 'letters, digits, spaces and `.:/=_-+@`';
const BAD = /[^a-zA-Z0-9 .:/=_\-+@]/;

/** The value of a tag, which must be text. Mirrors `is_valid_tag_value` of utils/tags.py. */
export const tagValue: Shorthand<string> = {
  noun: 'text',
  read: textGrammar({
    code: CODE,
    expected: 'text',
    numbers: false,
    read: readTag,
  }),
};

function readTag(text: Piece): Parsed<string> {
  const tag = text.text.replace(/\n$/, '');
  const length = python.length(tag);
  if (length > LONGEST) {
    const message = `The value of a tag has ${LONGEST} characters at most, this has ${length}.`;
    return refuse(CODE, text, message);
  }
  const start = tag.search(BAD);
  if (start >= 0) return badCharacters(text.slice(start, tag.length));
  return parsed(text.text, [text.part('value')]);
}

/** `rest` begins with the first invalid character. */
function badCharacters(rest: Piece): Parsed<string> {
  let end = rest.text.length;
  while (!BAD.test(rest.text.charAt(end - 1))) end--;
  const broken = rest.slice(0, end);
  const suggestion = broken.text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(new RegExp(`${BAD.source}+`, 'g'), '-');
  const message = `${quote(broken.text)} is not allowed in a tag value: use ${ALLOWED}.`;
  return refuse(CODE, broken, message, { suggestion });
}
