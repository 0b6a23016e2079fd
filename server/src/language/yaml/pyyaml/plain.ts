import {
  COLON,
  HASH,
  isBlankOrEnd,
  isBracket,
  isBreak,
  isFlowIndicator,
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
 * Reads a plain scalar, which goes on over lines of at least `indent` columns.
 * Mirrors `Scanner.scan_plain`.
 */
export function readPlain(reader: Reader, indent: number, inFlow: boolean): Plain {
  const start = reader.offset;
  let text = '';
  let end = start;
  let gap: Gap = { text: '', leftLine: false };
  while (reader.code() !== HASH) {
    const length = chunkLength(reader, inFlow);
    if (length === 0) break;
    text += gap.text + reader.take(length);
    end = reader.offset;
    gap = readGap(reader);
    if (gap.text === '' || (!inFlow && reader.column < indent)) break;
  }
  const token: ScalarToken = { kind: 'scalar', start, end, text, style: 'plain', textStart: start };
  return { token, leftLine: gap.leftLine };
}

/** The length of the run up to white space, `: ` or, in brackets, what structures a flow collection. */
function chunkLength(reader: Reader, inFlow: boolean): number {
  for (let length = 0; ; length++) {
    const code = reader.code(length);
    if (isBlankOrEnd(code)) return length;
    if (code === COLON && endsKey(reader.code(length + 1), inFlow)) return length;
    if (inFlow && isFlowIndicator(code)) return length;
  }
}

function endsKey(code: number, inFlow: boolean): boolean {
  return isBlankOrEnd(code) || (inFlow && (code === COMMA || isBracket(code)));
}

interface Gap {
  /** What the white space becomes when more text follows; '' when the scalar ends here. */
  readonly text: string;
  readonly leftLine: boolean;
}

/** Tabs are no white space here, so that a tab behind a plain scalar is refused as a token of its own. */
function readGap(reader: Reader): Gap {
  const start = reader.offset;
  reader.skipSpaces();
  const spaces = reader.text.slice(start, reader.offset);
  const lineBreak = reader.takeBreak();
  if (lineBreak === '') return { text: spaces, leftLine: false };
  let breaks = '';
  while (!reader.atAnyMarker()) {
    reader.skipSpaces();
    if (!isBreak(reader.code())) return { text: fold(lineBreak, breaks), leftLine: true };
    breaks += reader.takeBreak();
  }
  return { text: '', leftLine: true };
}

/** How YAML joins two lines with a line break and `breaks` for the empty lines between them. */
export function fold(lineBreak: string, breaks: string): string {
  if (lineBreak !== '\n') return lineBreak + breaks;
  return breaks === '' ? ' ' : breaks;
}
