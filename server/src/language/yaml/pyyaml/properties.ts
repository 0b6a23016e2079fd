import { span } from '../../base/span';
import {
  DOT,
  HASH,
  isBlankOrEnd,
  isBreakOrEnd,
  isDigit,
  isNameChar,
  isSpaceOrEnd,
  LESS,
  GREATER,
  PERCENT,
  SPACE,
} from './characters';
import type { Reader } from './reader';
import type { DirectiveToken, NameToken, TagToken } from './token';

const EXCLAMATION = 0x21;
/** What may follow the name of an anchor or alias besides white space. */
const AFTER_NAME = new Set([...'?:,]}%@`'].map((char) => char.charCodeAt(0)));

/** Reads `*name` or `&name`. Mirrors `Scanner.scan_anchor`. */
export function readName(reader: Reader, kind: 'alias' | 'anchor'): NameToken {
  const start = reader.offset;
  const indicator = reader.take(1);
  const nameLength = reader.takeWhile(isNameChar);
  const end = reader.offset;
  if (nameLength === 0 || !(isBlankOrEnd(reader.code()) || AFTER_NAME.has(reader.code()))) {
    reader.refuse(
      kind === 'alias'
        ? `\`${indicator}\` starts an alias, whose name has only letters, digits, \`-\` and \`_\`. Put the value in quotes if it is text.`
        : `\`${indicator}\` starts an anchor, whose name has only letters, digits, \`-\` and \`_\`. Put the value in quotes if it is text.`,
      span(start, Math.max(reader.word(start).end, end)),
    );
  }
  return { kind, start, end, name: reader.text.slice(start + 1, end) };
}

/** Reads `!`, `!name`, `!!name`, `!handle!name` or `!<uri>`. Mirrors `Scanner.scan_tag`. */
export function readTag(reader: Reader): TagToken {
  const start = reader.offset;
  let tag: Pick<TagToken, 'handle' | 'suffix'>;
  if (reader.code(1) === LESS) {
    reader.take(2);
    tag = { suffix: readUri(reader, start) };
    if (reader.code() !== GREATER) refuseTag(reader, start);
    reader.take(1);
  } else if (isBlankOrEnd(reader.code(1))) {
    reader.take(1);
    tag = { suffix: '!' };
  } else {
    tag = { handle: readTagHandle(reader, start), suffix: readUri(reader, start) };
  }
  if (!isSpaceOrEnd(reader.code())) refuseTag(reader, start);
  return { kind: 'tag', start, end: reader.offset, ...tag };
}

/** A word with a second `!` has a handle of its own; any other has the handle `!`. */
function readTagHandle(reader: Reader, start: number): string {
  for (let length = 1; !isSpaceOrEnd(reader.code(length)); length++) {
    if (reader.code(length) === EXCLAMATION) return readHandle(reader, start);
  }
  return reader.take(1);
}

/** `!`, `!!` or `!name!`. Mirrors `Scanner.scan_tag_handle`. */
function readHandle(reader: Reader, start: number): string {
  if (reader.code() !== EXCLAMATION) refuseTag(reader, start);
  let length = 1;
  if (reader.code(1) !== SPACE) {
    while (isNameChar(reader.code(length))) length++;
    if (reader.code(length) !== EXCLAMATION) refuseTag(reader, start);
    length++;
  }
  return reader.take(length);
}

const URI_CHARS = new Set([..."-;/?:@&=+$,_.!~*'()[]%"].map((char) => char.charCodeAt(0)));

function isUriChar(code: number): boolean {
  return isNameChar(code) || URI_CHARS.has(code);
}

function readUri(reader: Reader, start: number): string {
  let uri = '';
  while (isUriChar(reader.code())) {
    if (reader.code() === PERCENT) uri += readUriEscapes(reader, start);
    else uri += reader.take(1);
  }
  if (uri === '') refuseTag(reader, start);
  return uri;
}

function readUriEscapes(reader: Reader, start: number): string {
  const escapes = /(?:%[0-9A-Fa-f]{2})*/y;
  escapes.lastIndex = reader.offset;
  const text = escapes.exec(reader.text)?.[0] ?? '';
  reader.take(text.length);
  if (reader.code() === PERCENT) refuseTag(reader, start);
  try {
    return decodeURIComponent(text);
  } catch {
    return refuseTag(reader, start);
  }
}

function refuseTag(reader: Reader, start: number): never {
  return reader.refuse(
    '`!` starts a tag, and this is not one. Put the value in quotes if it is text.',
    span(start, Math.max(reader.word(start).end, start + 1)),
  );
}

/** Reads a `%` line. Mirrors `Scanner.scan_directive`. */
export function readDirective(reader: Reader, comment: (start: number) => void): DirectiveToken {
  const start = reader.offset;
  reader.take(1);
  const nameLength = reader.takeWhile(isNameChar);
  const name = reader.text.slice(start + 1, reader.offset);
  if (nameLength === 0 || !isSpaceOrEnd(reader.code())) refuseDirective(reader, start);
  let value: Pick<DirectiveToken, 'version' | 'tag'> = {};
  if (name === 'YAML') value = { version: readVersion(reader, start) };
  else if (name === 'TAG') value = { tag: readTagDirective(reader, start) };
  const end = reader.offset;
  if (name !== 'YAML' && name !== 'TAG') reader.skipLine();
  finishLine(reader, start, comment);
  return { kind: 'directive', start, end, name, ...value };
}

function readVersion(reader: Reader, start: number): number {
  reader.skipSpaces();
  const majorStart = reader.offset;
  const majorLength = reader.takeWhile(isDigit);
  const major = Number(reader.text.slice(majorStart, reader.offset));
  if (majorLength === 0 || reader.code() !== DOT) refuseDirective(reader, start);
  reader.take(1);
  if (reader.takeWhile(isDigit) === 0 || !isSpaceOrEnd(reader.code()))
    refuseDirective(reader, start);
  return major;
}

function readTagDirective(reader: Reader, start: number): { handle: string; prefix: string } {
  reader.skipSpaces();
  const handle = readHandle(reader, start);
  if (reader.code() !== SPACE) refuseDirective(reader, start);
  reader.skipSpaces();
  const prefix = readUri(reader, start);
  if (!isSpaceOrEnd(reader.code())) refuseDirective(reader, start);
  return { handle, prefix };
}

function finishLine(reader: Reader, start: number, comment: (start: number) => void): void {
  reader.skipSpaces();
  if (reader.code() === HASH) {
    const commentStart = reader.offset;
    reader.skipLine();
    comment(commentStart);
  }
  if (!isBreakOrEnd(reader.code())) refuseDirective(reader, start);
  reader.takeBreak();
}

function refuseDirective(reader: Reader, start: number): never {
  return reader.refuse(
    'A line that starts with `%` is a directive for YAML, and this is not one. Remove it, or indent and quote it.',
    span(start, Math.max(reader.word(start).end, start + 1)),
  );
}
