import { problem } from '../../problem/problem';
import { span } from '../../base/span';
import { isBreakOrEnd } from './characters';
import { lineStart, spansLines, standsAlone } from './lines';
import { refuseMissingColon } from './missing-colon';
import type { Reader } from './reader';
import { Refusal } from './refusal';
import type { Token } from './token';

/** The messages of the scanner's mistakes, at the places where a person would look. */

/** At a character with which no value can start. */
export function refuseCharacter(reader: Reader): never {
  const char = String.fromCharCode(reader.code());
  if (char === '\t') return refuseTab(reader);
  if (reader.text.startsWith('```', reader.offset) && standsAlone(reader.text, reader.offset))
    return reader.refuse(
      'This line is a code fence of Markdown, not YAML. Remove it.',
      reader.word(),
    );
  return reader.refuse(messageOn(char), reader.word());
}

function messageOn(char: string): string {
  if (char === '|' || char === '>')
    return `A block of text with \`${char}\` is not allowed in brackets. Put the text in quotes.`;
  return char === '`'
    ? 'A value cannot start with a backtick. Put it in quotes.'
    : `A value cannot start with \`${char}\`. Put it in quotes.`;
}

function refuseTab(reader: Reader): never {
  const { text, offset } = reader;
  const indents = standsAlone(text, offset);
  let end = offset;
  while (text[end] === '\t' || text[end] === ' ') end++;
  const place = indents ? 'indentation' : isBreakOrEnd(text.charCodeAt(end) | 0) ? 'end' : 'middle';
  const message = {
    indentation: 'YAML does not allow tabs for indentation. Use spaces.',
    middle: 'A tab is not allowed here. Replace it with a space.',
    end: 'A tab is not allowed at the end of this line. Remove it.',
  }[place];
  throw new Refusal(problem('tab-indentation', span(offset, end), message, { data: { place } }));
}

/** At a `- ` that cannot start a list. */
export function refuseDash(reader: Reader): never {
  return reader.refuse(
    'A list cannot start on the line of its property. Put each `- ` on a line of its own.',
    reader.word(),
  );
}

/** At a `: ` without a key before it; `last` is the token before it. */
export function refuseColon(reader: Reader, last: Token | undefined): never {
  const { text, offset } = reader;
  if (last?.kind === 'scalar' && spansLines(text, last)) {
    if (last.style !== 'plain') {
      reader.refuse('A key must be on one line.', span(last.start, last.start + 1));
    }
    if (standsAlone(text, last.start)) refuseMissingColon(text, last.start);
    const start = lineStart(text, offset);
    const indent = text.slice(start, offset).search(/\S/);
    reader.refuse(
      'This line is read as part of the value above, because it is indented further. Align it with the property above.',
      span(start + Math.max(0, indent), offset),
    );
  }
  if (last && last.end - last.start > 1000) {
    reader.refuse('A key can have at most 1024 characters.', span(last.start, last.start + 1));
  }
  return reader.refuse(
    'A second `: ` on the line. Put the value in quotes if the colon belongs to it.',
    span(offset, offset + 1),
  );
}
