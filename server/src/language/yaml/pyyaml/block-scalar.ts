import { span } from '../../base/span';
import {
  END,
  GREATER,
  HASH,
  isBreak,
  isBreakOrEnd,
  isSpaceOrEnd,
  isSpaceOrTab,
  SPACE,
} from './characters';
import type { Reader } from './reader';
import type { ScalarToken } from './token';

interface Header {
  /** `+` keeps the line breaks at the end, `-` drops them; without either, one is kept. */
  readonly chomping?: '+' | '-';
  readonly increment?: number;
}

/**
 * Reads a literal or folded scalar below a parent that is indented by `parentIndent`. `comment` is called for a comment
 * after the header. Mirrors `Scanner.scan_block_scalar`.
 */
export function readBlockScalar(
  reader: Reader,
  parentIndent: number,
  comment: (start: number) => void,
): ScalarToken {
  const start = reader.offset;
  const folded = reader.code() === GREATER;
  reader.take(1);
  const header = readHeader(reader);
  finishHeader(reader, comment);
  const headerEnd = reader.offset;
  reader.takeBreak();

  const least = Math.max(1, parentIndent + 1);
  let breaks = '';
  let indent: number;
  if (header.increment === undefined) {
    const found = readLeadingLines(reader);
    indent = Math.max(least, found.indent);
    breaks = found.breaks;
  } else {
    indent = least + header.increment - 1;
    breaks = readBreaks(reader, indent);
  }

  const textStart = reader.offset;
  let text = '';
  let end = headerEnd;
  let lineBreak = '';
  while (reader.column === indent && reader.code() !== END) {
    text += breaks;
    const startsBlank = isSpaceOrTab(reader.code());
    const lineStart = reader.offset;
    reader.skipLine();
    end = reader.offset;
    text += reader.text.slice(lineStart, end);
    lineBreak = reader.takeBreak();
    breaks = readBreaks(reader, indent);
    if (reader.column !== indent || reader.code() === END) break;
    const folds = folded && lineBreak === '\n' && !startsBlank && !isSpaceOrTab(reader.code());
    if (!folds) text += lineBreak;
    else if (breaks === '') text += ' ';
  }
  if (header.chomping !== '-') text += lineBreak;
  if (header.chomping === '+') text += breaks;
  return { kind: 'scalar', start, end, text, style: folded ? 'folded' : 'literal', textStart };
}

/** One chomping indicator and one digit, in either order. */
function readHeader(reader: Reader): Header {
  const start = reader.offset;
  const text = /^(?:[-+][0-9]?|[0-9][-+]?)?/.exec(reader.text.slice(start, start + 2))?.[0] ?? '';
  const digit = /[0-9]/.exec(text)?.[0];
  if (digit === '0') {
    reader.refuse(
      'The indentation of a block of text must be a digit from 1 to 9.',
      span(start, start + text.length),
    );
  }
  reader.take(text.length);
  if (!isSpaceOrEnd(reader.code())) {
    reader.refuse(
      'Only `+`, `-`, a digit or a comment may follow `|` or `>`. The text starts on the next line.',
      reader.word(),
    );
  }
  const chomping = /[-+]/.exec(text)?.[0];
  return {
    ...(chomping === '+' || chomping === '-' ? { chomping } : {}),
    ...(digit === undefined ? {} : { increment: Number(digit) }),
  };
}

function finishHeader(reader: Reader, comment: (start: number) => void): void {
  reader.skipSpaces();
  if (reader.code() === HASH) {
    const start = reader.offset;
    reader.skipLine();
    comment(start);
  }
  if (!isBreakOrEnd(reader.code())) {
    reader.refuse('The text after `|` or `>` starts on the next line.', reader.word());
  }
}

/** Empty lines before the text; the deepest of them and the first line of the text give the indentation. */
function readLeadingLines(reader: Reader): { breaks: string; indent: number } {
  let breaks = '';
  let indent = 0;
  for (;;) {
    reader.skipSpaces();
    indent = Math.max(indent, reader.column);
    if (!isBreak(reader.code())) return { breaks, indent };
    breaks += reader.takeBreak();
  }
}

function readBreaks(reader: Reader, indent: number): string {
  let breaks = '';
  for (;;) {
    while (reader.column < indent && reader.code() === SPACE) reader.offset++;
    if (!isBreak(reader.code())) return breaks;
    breaks += reader.takeBreak();
  }
}
