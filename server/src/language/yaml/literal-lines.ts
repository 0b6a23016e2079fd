import { lastIndexWhere } from '../base/search';

/** A line of a literal block (`|`): its start in the block's text, and in the source after the indentation. */
export interface LiteralLine {
  readonly inText: number;
  readonly inSource: number;
}

/**
 * The lines of a literal block. Undefined if `text` is not found in the source, line by line.
 *
 * @param textStart offset of the first line that is not empty
 */
export function literalLines(
  source: string,
  text: string,
  textStart: number,
): readonly LiteralLine[] | undefined {
  const indent = textStart - lineStart(source, textStart);
  const lines = text.split('\n');
  const first = Math.max(
    0,
    lines.findIndex((line) => line !== ''),
  );
  const found: LiteralLine[] = [];
  let at = textStart;
  let inText = 0;
  for (const [index, line] of lines.entries()) {
    if (index > first) at = nextLine(source, at) + (line === '' ? 0 : indent);
    if (!source.startsWith(line, at)) return undefined;
    found.push({ inText, inSource: at });
    inText += line.length + 1;
  }
  return found;
}

/** The offset in the source of the offset `at` in the block's text. */
export function literalOffset(lines: readonly LiteralLine[], at: number): number | undefined {
  const line = lines[lastIndexWhere(lines.length, (one) => (lines[one]?.inText ?? Infinity) <= at)];
  return line && line.inSource + at - line.inText;
}

function lineStart(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && !'\r\n'.includes(source.charAt(start - 1))) start--;
  return start;
}

/** The start of the line after that of `offset`, or the end of the source. */
function nextLine(source: string, offset: number): number {
  const lineBreak = /\r\n?|\n/g;
  lineBreak.lastIndex = offset;
  return lineBreak.test(source) ? lineBreak.lastIndex : source.length;
}
