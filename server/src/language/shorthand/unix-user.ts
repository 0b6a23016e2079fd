import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed, type PartKind } from './grammar/grammar';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import * as python from '../python/python';
import { textGrammar } from './grammar/text';

const CODE = 'unix-user';
const FORMS = '`USER` or `USER:GROUP`, as names or numbers, e.g. `ubuntu` or `1000:1000`';

/** A user with or without a group, kept as it is. Mirrors `UnixUser.parse` of core/models/unix.py. */
export const unixUser: Shorthand<string> = {
  noun: '`USER` or `USER:GROUP`',
  read: textGrammar({
    code: CODE,
    expected: FORMS,
    numbers: true,
    read: readUser,
  }),
  separator: /:/,
  forms: {
    labels: { USER: { USER: 'user' }, 'USER:GROUP': { USER: 'user', GROUP: 'group' } },
    continuations: ['x'],
  },
};

function readUser(text: Piece): Parsed<string> {
  const [userText = text, groupText, ...more] = text.split(':');
  if (more.length > 0) {
    return refuse(CODE, text, `${quote(text.text)} has more than two parts: write ${FORMS}.`);
  }
  const user = readId(userText, 'user', text);
  if (!user.ok || groupText === undefined) return user;
  const group = readId(groupText, 'group', text);
  return group.ok ? parsed(text.text, [...user.parts, ...group.parts]) : group;
}

function readId(id: Piece, kind: PartKind & ('user' | 'group'), whole: Piece): Parsed<string> {
  if (id.text === '') return missing(kind, whole);
  const number = python.int(id.text);
  if (number !== undefined && number < 0n) {
    return refuse(CODE, id, `The ID of a ${kind} cannot be negative: write e.g. \`1000\`.`);
  }
  // Half a character, which only an escape such as `\\ud800` can make.
  if (/\p{Cs}/u.test(id.text)) return refuse(CODE, id, `This is not the name of a ${kind}.`);
  return parsed(whole.text, [id.part(kind)]);
}

function missing(kind: 'user' | 'group', whole: Piece): Parsed<string> {
  // Without its group, `user:` is a user.
  const suggestion = kind === 'group' ? whole.text.slice(0, -1) : undefined;
  const message = `The ${kind} is missing: write ${FORMS}.`;
  return refuse(CODE, whole, message, suggestion === undefined ? undefined : { suggestion });
}
