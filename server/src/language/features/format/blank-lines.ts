import { span, type Lines } from '../../base/span';
import { contains, type Change, type LineRange } from './change';

/** Maximum number of empty lines in a row. */
const MOST = 2;

/**
 * Removes empty lines at the start, at the end and beyond two in a row, and ends the last line.
 *
 * @param keeps whether an empty line is content, the end of a text that keeps its line breaks
 * @param endsText whether the last line is the end of a text to which a line break would be added
 */
export function* blankLines(
  text: string,
  lines: Lines,
  range: LineRange,
  keeps: (line: number) => boolean,
  endsText: boolean,
): Generator<Change> {
  const isBlank = (line: number) =>
    isEmpty(text.slice(lines.start(line), lines.end(line))) && !keeps(line);
  const last = lines.count - 1;
  for (let line = 0; line <= last;) {
    if (!isBlank(line)) {
      line++;
      continue;
    }
    const first = line;
    while (line <= last && isBlank(line)) line++;
    const atEnd = line > last;
    // At the end an empty line is kept after the last line break.
    const most = atEnd ? 1 : first === 0 ? 0 : MOST;
    if (line - first <= most || !contains(range, first, line - 1)) continue;
    yield {
      span: span(
        lines.start(atEnd ? first : first + most),
        atEnd ? text.length : lines.start(line),
      ),
      text: '',
    };
  }
  // After a text that keeps its line breaks one more would count, even if the last line has only spaces.
  const hasText = !isEmpty(text.slice(lines.start(last)));
  if (hasText && !endsText && contains(range, last)) {
    yield { span: span(text.length, text.length), text: text.includes('\r\n') ? '\r\n' : '\n' };
  }
}

/** Whether there are only spaces and tabs; other white space is text to YAML. */
export function isEmpty(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

/** Removes white space at the ends of lines, apart from what `keeps` says is content. */
export function* trailingSpace(
  text: string,
  lines: Lines,
  keeps: (line: number) => boolean,
): Generator<Change> {
  for (let line = 0; line < lines.count; line++) {
    const end = lines.end(line);
    let at = end;
    while (at > lines.start(line) && /[ \t]/.test(text.charAt(at - 1))) at--;
    if (at < end && !keeps(line)) yield { span: span(at, end), text: '' };
  }
}
