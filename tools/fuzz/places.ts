import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../../server/src/language/analysis';
import type { Span } from '../../server/src/language/base/span';
import { holds } from './target';

/** Every place of a text where a cursor can be: not within a line break, nor within a character. */
export function cursorsIn({ tree: { text, lines } }: Analysis): readonly Position[] {
  const cursors: Position[] = [];
  for (let offset = 0; offset <= text.length; offset++) {
    const position = lines.position(offset);
    if (lines.offset(position) === offset && !isWithinCharacter(text, offset))
      cursors.push(position);
  }
  return cursors;
}

/** The ends of a span must be within the text, in order, and not within a character. */
export function checkSpan({ start, end }: Span, text: string, what: string): void {
  const isOrdered = 0 <= start && start <= end && end <= text.length;
  holds(isOrdered, `${what}: the span lies in the text`, () => [start, end]);
  const isWhole = !isWithinCharacter(text, start) && !isWithinCharacter(text, end);
  holds(isWhole, `${what}: the span has whole characters`, () => [start, end]);
}

/** The ends of a range must be existing places, the end not before the start. */
export function checkRange({ start, end }: Range, { tree }: Analysis, what: string): void {
  const { text, lines } = tree;
  for (const position of [start, end]) {
    const offset = lines.offset(position);
    const { line, character } = lines.position(offset);
    const isPlace = line === position.line && character === position.character;
    holds(isPlace, `${what}: the range lies in the text`, () => position);
    holds(!isWithinCharacter(text, offset), `${what}: the range has whole characters`);
  }
  const isOrdered = !isBefore(end, start);
  holds(isOrdered, `${what}: the range is in order`, () => [start, end]);
}

export function checkContains(range: Range, position: Position, what: string): void {
  const isInside = !isBefore(position, range.start) && !isBefore(range.end, position);
  holds(isInside, `${what}: the range is around the cursor`, () => [range, position]);
}

export function checkWithin(inner: Range, outer: Range, what: string): void {
  const isWithin = !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
  holds(isWithin, `${what}: one range lies in the other`, () => [inner, outer]);
}

/** Edits must be within the text and must not overlap. Returns the text after them. */
export function checkEdits(edits: readonly TextEdit[], analysis: Analysis, what: string): string {
  if (edits.length === 0) return analysis.source.text;
  for (const { range } of edits) checkRange(range, analysis, what);
  const sorted = [...edits].sort((a, b) => (isBefore(a.range.start, b.range.start) ? -1 : 1));
  sorted.forEach(({ range }, index) => {
    const next = sorted[index + 1]?.range;
    const isFree = !next || !isBefore(next.start, range.end);
    holds(isFree, `${what}: edits do not overlap`, () => edits);
  });
  const { uri, text } = analysis.source;
  return TextDocument.applyEdits(TextDocument.create(uri, 'dstack', 1, text), [...edits]);
}

export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isWithinCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
