/**
 * Where the lines of a literal block (`|`) stand in the source: the offset of each line of `text`, behind the
 * indentation. Undefined where `text` is not found there, line by line.
 *
 * @param textStart offset of the first line that is not empty
 */
export function literalLines(
  source: string,
  text: string,
  textStart: number,
): readonly number[] | undefined {
  const indent = textStart - lineStart(source, textStart);
  const lines = text.split('\n');
  const first = Math.max(
    0,
    lines.findIndex((line) => line !== ''),
  );
  const starts: number[] = [];
  let at = textStart;
  for (const [index, line] of lines.entries()) {
    if (index > first) at = nextLine(source, at) + (line === '' ? 0 : indent);
    if (!source.startsWith(line, at)) return undefined;
    starts.push(at);
  }
  return starts;
}

function lineStart(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && !'\r\n'.includes(source.charAt(start - 1))) start--;
  return start;
}

/** The start of the line behind that of `offset`, or the end of the source. */
function nextLine(source: string, offset: number): number {
  const lineBreak = /\r\n?|\n/g;
  lineBreak.lastIndex = offset;
  return lineBreak.test(source) ? lineBreak.lastIndex : source.length;
}
