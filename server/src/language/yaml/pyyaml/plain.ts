import {
  COLON,
  HASH,
  isBlankOrEnd,
  isBracket,
  isBreak,
  isFlowIndicator,
  isNameChar,
  COMMA,
} from './characters';
import type { Reader } from './reader';
import type { ScalarToken } from './token';

export interface Plain {
  readonly token: ScalarToken;
  /** Whether reading went on to a later line than the one that the text ends on. */
  readonly leftLine: boolean;
}

/**
 * Reads a plain scalar, which continues on lines that are indented by at least `indent` columns. Mirrors
 * `Scanner.scan_plain`.
 */
export function readPlain(reader: Reader, indent: number, inFlow: boolean): Plain {
  const start = reader.offset;
  let text = '';
  let end = start;
  let joint = '';
  let leftLine = false;
  for (;;) {
    const from = reader.offset;
    const to = takeWords(reader, inFlow);
    if (to === from) break;
    text += joint + reader.text.slice(from, to);
    end = to;
    leftLine = isBreak(reader.code());
    if (!leftLine) break;
    joint = readBreaks(reader);
    if (joint === '' || (!inFlow && reader.column < indent)) break;
  }
  const token: ScalarToken = { kind: 'scalar', start, end, text, style: 'plain', textStart: start };
  return { token, leftLine };
}

/**
 * Reads the text of one line with the spaces after it; returns the end of its last word. Tabs are not white space here,
 * so a tab after a plain scalar is rejected as a token of its own.
 */
function takeWords(reader: Reader, inFlow: boolean): number {
  let end = reader.offset;
  while (reader.code() !== HASH) {
    const length = wordLength(reader, inFlow);
    if (length === 0) break;
    end = reader.offset += length;
    reader.skipSpaces();
    if (reader.offset === end) break;
  }
  return end;
}

/** The length of the run up to white space, `: ` or, in brackets, what structures a flow collection. */
function wordLength({ text, offset }: Reader, inFlow: boolean): number {
  for (let at = offset; ; at++) {
    const code = text.charCodeAt(at) | 0;
    if (isNameChar(code)) continue;
    const ends =
      isBlankOrEnd(code) ||
      (code === COLON && endsKey(text.charCodeAt(at + 1) | 0, inFlow)) ||
      (inFlow && isFlowIndicator(code));
    if (ends) return at - offset;
  }
}

function endsKey(code: number, inFlow: boolean): boolean {
  return isBlankOrEnd(code) || (inFlow && (code === COMMA || isBracket(code)));
}

/** Reads line breaks and the spaces between them; returns what they become, '' if the scalar ends before them. */
function readBreaks(reader: Reader): string {
  const lineBreak = reader.takeBreak();
  let breaks = '';
  while (!reader.atAnyMarker()) {
    reader.skipSpaces();
    if (!isBreak(reader.code())) return fold(lineBreak, breaks);
    breaks += reader.takeBreak();
  }
  return '';
}

/** How YAML joins two lines with a line break and `breaks` for the empty lines between them. */
export function fold(lineBreak: string, breaks: string): string {
  if (lineBreak !== '\n') return lineBreak + breaks;
  return breaks === '' ? ' ' : breaks;
}
