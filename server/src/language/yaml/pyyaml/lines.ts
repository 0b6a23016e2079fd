import type { Span } from '../../base/span';
import { isBreak } from './characters';

/** Lines as PyYAML sees them. Offsets outside the text are not expected. */

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The end of the line, before its break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

/** Whether there is only white space before `offset` on its line. */
export function standsAlone(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Whether a span goes on past the end of the line that it begins on. */
export function spansLines(text: string, at: Span): boolean {
  return lineEnd(text, at.start) < at.end;
}
